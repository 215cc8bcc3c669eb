package carte.gateway.site.console.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UploadedMenuTest {

    @Test
    void bytesThatAreNoTextAreNotMadeOne() {
        assertThat(UploadedMenu.text("café".getBytes(StandardCharsets.UTF_8))).contains("café");
        assertThat(UploadedMenu.text("café".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void knowsAFileByItsNameOrItsBeginning() {
        assertThat(UploadedMenu.type("", "menu.CSV", "kind,id")).isEqualTo("text/csv");
        assertThat(UploadedMenu.type("", "menu.jsonld", "{}")).isEqualTo("application/ld+json");
        assertThat(UploadedMenu.type("", "", " {\"@context\": 1}"))
                .isEqualTo("application/ld+json");
        assertThat(UploadedMenu.type("", "menu.txt", "{\"currency\": \"NGN\"}"))
                .isEqualTo("application/json");
        assertThat(UploadedMenu.type("", "", "kind;id")).isEqualTo("text/csv");
        assertThat(UploadedMenu.type("text/csv", "menu.json", "{}")).isEqualTo("text/csv");
        assertThat(UploadedMenu.type("image/png", "", "a")).isEqualTo("text/csv");
    }
}
