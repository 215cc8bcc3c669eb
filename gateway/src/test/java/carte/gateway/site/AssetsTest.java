package carte.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.CacheControl;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class AssetsTest {

    private static final Pattern IMPORT = Pattern.compile(
            "(?:from|import)\\s*['\"]\\./([^'\"]+)['\"]");
    private static final Pattern STATEMENT = Pattern.compile("(?m)^(?:import|export .* from)\\b");
    private static final int MOST_OVER_THE_WIRE_BYTES = 60 * 1024;

    private final Assets assets = Assets.read();

    @Test
    void addressesChangeWithTheContentAndAreThereForGood() {
        String address = assets.address("site.css");
        assertThat(address).matches("/assets/[0-9a-f]{12}/site\\.css");
        assertThat(assets.isCurrent(address.split("/", -1)[2])).isTrue();
        assertThat(assets.isCurrent("000000000000")).isFalse();
    }

    @Test
    void whatIsNotThereHasNoAddress() {
        assertThatThrownBy(() -> assets.address("nothing.js"))
                .hasMessage("there is no asset nothing.js");
    }

    @Test
    void scriptsFindWhatTheyImport() {
        for (String script : List.of("menu.js", "basket.js", "order.js", "shell.js", "live.js",
                "operations.js")) {
            String text = text(script);
            assertThat(IMPORT.matcher(text).results().map(found -> found.group(1)))
                    .as(script).hasSize(STATEMENT.matcher(text).results().toList().size())
                    .allMatch(name -> assets.find(name).isPresent());
        }
        assertThat(STATEMENT.matcher(text("menu.js")).find()).isTrue();
    }

    /** Half of what a menu page may take is left for the menu. */
    @Test
    void allThatAMenuPageNeedsIsSmall() {
        int bytes = List.of("site.css", "htmx.min.js", "sse.js", "menu.js", "live.js", "shell.js",
                "store.js", "stream.js", "words.js", "money.js", "pricing.js", "api.js",
                "dishes.svg",
                "icon.svg").stream()
                .mapToInt(name -> body(name, "gzip").length)
                .sum();
        assertThat(bytes).isLessThan(MOST_OVER_THE_WIRE_BYTES * 3 / 4);
    }

    private String text(String name) {
        return new String(body(name, "identity"), StandardCharsets.UTF_8);
    }

    private byte[] body(String name, String encoding) {
        return Objects.requireNonNull(assets.find(name).orElseThrow().answer(
                MockServerHttpRequest.get("/").header("Accept-Encoding", encoding).build(),
                CacheControl.noCache()).getBody());
    }
}
