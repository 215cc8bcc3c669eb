package carte.gateway.edge;

import static carte.gateway.edge.CacheUnderTest.at;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.fixture.Menus;
import carte.contracts.menu.MenuVersion;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerHeadersTest {

    private final CacheUnderTest gateway = CacheUnderTest.remembering();
    private final HttpHeaders headers = new DefaultHttpHeaders();

    @Test
    void tellOfTheMenu() {
        AnswerHeaders.set(headers, answer(1, null));
        assertThat(headers).extracting(Map.Entry::toString).containsExactlyInAnyOrder(
                "etag=\"7\"", "Menu-Version=7", "As-Of=2026-03-01T12:00:01.000Z",
                "Cache-Status=carte-edge; hit", "cache-control=no-cache",
                "Surrogate-Key=NG-mama-put-ikeja", "vary=accept-encoding",
                "x-content-type-options=nosniff");
    }

    @Test
    void tellTheTimeOfEachAnswer() {
        EdgeMenu menu = gateway.menu(Menus.MAMA_PUT, 7, 1);
        for (double asOf : new double[]{1, 2, 2, 1}) {
            AnswerHeaders.set(headers, EdgeAnswer.Menu.own(menu, at(asOf), "", null));
            assertThat(headers.getAll("As-Of"))
                    .containsExactly("2026-03-01T12:00:0" + (int) asOf + ".000Z");
        }
    }

    @ParameterizedTest
    @CsvSource({"3999, 3", "0, 0", "-1, 0"})
    void tellTheAgeOfWhatIsStale(long millis, String age) {
        AnswerHeaders.set(headers, answer(1, Duration.ofMillis(millis)));
        assertThat(headers.getAll("Age")).containsExactly(age);
    }

    @Test
    void tellOfTheBody() {
        AnswerHeaders.setBody(headers, form(null), false);
        assertThat(headers).extracting(Map.Entry::toString).containsExactlyInAnyOrder(
                "content-type=application/json", "content-length=3");
        AnswerHeaders.setBody(headers, form(null), true);
        assertThat(headers).extracting(Map.Entry::toString).containsExactlyInAnyOrder(
                "content-type=application/json", "content-length=2", "content-encoding=gzip");
    }

    @Test
    void tellOfTheLanguage() {
        EdgeAnswer.Menu answer = answer(1, null);
        AnswerHeaders.set(headers, answer.in(form("fr")));
        assertThat(headers.get("ETag")).isEqualTo("\"7;fr\"");
        assertThat(headers.get("Menu-Version")).isEqualTo("7");
        assertThat(headers.get("Vary")).isEqualTo("accept-encoding, accept-language");
        AnswerHeaders.setBody(headers, form("fr"), false);
        assertThat(headers.get("Content-Language")).isEqualTo("fr");

        AnswerHeaders.set(headers, answer.in(form(null)));
        assertThat(headers.get("ETag")).isEqualTo("\"7\"");
        assertThat(headers.get("Vary")).as("of a menu that has other words too")
                .isEqualTo("accept-encoding, accept-language");
    }

    private static MenuForm form(@Nullable String language) {
        MenuVersion seven = new MenuVersion(7);
        return language == null
                ? MenuForm.own(seven, true, new byte[3], new byte[2])
                : MenuForm.in(language, seven, new byte[3], new byte[2]);
    }

    private EdgeAnswer.Menu answer(double asOf, @Nullable Duration staleFor) {
        return EdgeAnswer.Menu.own(gateway.menu(Menus.MAMA_PUT, 7, asOf), at(asOf),
                CacheStatus.HIT, staleFor);
    }
}
