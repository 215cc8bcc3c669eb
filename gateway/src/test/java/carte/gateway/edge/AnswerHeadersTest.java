package carte.gateway.edge;

import static carte.gateway.edge.CacheUnderTest.at;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.fixture.Menus;
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
            AnswerHeaders.set(headers, new EdgeAnswer.Menu(menu, at(asOf), "", null));
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
        AnswerHeaders.setBody(headers, 123, false);
        assertThat(headers).extracting(Map.Entry::toString).containsExactlyInAnyOrder(
                "content-type=application/json", "content-length=123");
        AnswerHeaders.setBody(headers, 45, true);
        assertThat(headers).extracting(Map.Entry::toString).containsExactlyInAnyOrder(
                "content-type=application/json", "content-length=45", "content-encoding=gzip");
    }

    private EdgeAnswer.Menu answer(double asOf, @Nullable Duration staleFor) {
        return new EdgeAnswer.Menu(gateway.menu(Menus.MAMA_PUT, 7, asOf), at(asOf),
                CacheStatus.HIT, staleFor);
    }
}
