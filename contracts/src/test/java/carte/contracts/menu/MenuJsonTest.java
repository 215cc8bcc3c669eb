package carte.contracts.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.fixture.Menus;
import carte.contracts.json.ContractJson;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MenuJsonTest {

    private static final MenuJson JSON = MenuJson.of(Menus.withEverythingSet());

    @Test
    void readsBackWhatItWrote() {
        assertThat(JSON.parse()).isEqualTo(Menus.withEverythingSet());
    }

    @Test
    void sameMenuIsSameBytes() {
        assertThat(MenuJson.of(JSON.parse())).isEqualTo(JSON);
    }

    @Test
    void isAsTheApiSaysIt() {
        var jollof = ContractJson.mapper().readTree(JSON.utf8()).at("/sections/0/items/0");
        assertThat(jollof.at("/price")).hasToString("{\"amount\":250000,\"currency\":\"NGN\"}");
        assertThat(jollof.at("/availability"))
                .hasToString("{\"status\":\"AVAILABLE\",\"until\":null}");
        var soups = ContractJson.mapper().readTree(JSON.utf8()).at("/sections/0/sections/0");
        assertThat(soups.at("/hours/0"))
                .hasToString("{\"days\":[\"MON\",\"TUE\"],\"from\":\"11:00\",\"to\":\"15:30\"}");
    }

    @Test
    void whatIsLeftOutIsEmptyAndAvailable() {
        byte[] sparse = """
                {"restaurantId": "NG-a", "version": 1, "currency": "NGN",
                 "publishedAt": "2026-03-01T11:00:00Z", "sections": [{"id": "s", "name": "S",
                 "items": [{"id": "i", "name": "I", "price": {"amount": 1, "currency": "NGN"}}]}]}
                """.getBytes(StandardCharsets.UTF_8);
        MenuDocument menu = MenuJson.ofUtf8(sparse).parse();
        Item item = menu.sections().getFirst().items().getFirst();
        assertThat(item.availability()).isEqualTo(Availability.AVAILABLE);
        assertThat(item.hours()).isEmpty();
        assertThat(menu.modifierGroups()).isEmpty();
    }

    @Test
    void compressesAndExpandsToTheSameBytes() {
        CompressedMenu compressed = JSON.compress();
        assertThat(compressed.expand()).isEqualTo(JSON);
        assertThat(compressed).isEqualTo(CompressedMenu.ofGzip(compressed.gzip().clone()));
        assertThat(compressed.gzip()).hasSizeLessThan(JSON.utf8().length);
    }

    @Test
    void doesNotExpandWhatIsNoGzip() {
        CompressedMenu wrong = CompressedMenu.ofGzip(JSON.utf8());
        assertThatThrownBy(wrong::expand).isInstanceOf(UncheckedIOException.class);
    }
}
