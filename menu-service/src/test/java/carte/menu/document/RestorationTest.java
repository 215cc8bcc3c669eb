package carte.menu.document;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestorationTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void itemsWhoseTimeHasComeReturnToSaleAndNoOthers() {
        MenuDocument menu = menu(item("jollof", "SOLD_OUT", "\"2026-11-26T12:00:00Z\""),
                item("fufu", "SOLD_OUT", "\"2026-11-26T12:00:01Z\""),
                item("suya", "HIDDEN", "\"2026-11-26T11:00:00Z\""));

        assertThat(Restoration.nextAt(menu)).isEqualTo("2026-11-26T11:00:00Z");
        assertThat(Restoration.at(NOON.minusSeconds(3_601), menu)).isEqualTo(menu);
        assertThat(Restoration.at(NOON, menu)).isEqualTo(menu(
                item("jollof", "AVAILABLE", "null"),
                item("fufu", "SOLD_OUT", "\"2026-11-26T12:00:01Z\""),
                item("suya", "AVAILABLE", "null")));
        assertThat(Restoration.nextAt(Restoration.at(NOON, menu)))
                .isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void withoutAnUntilNothingReturnsByItself() {
        MenuDocument menu = menu(item("jollof", "SOLD_OUT", "null"),
                item("fufu", "AVAILABLE", "null"), item("suya", "HIDDEN", "null"));

        assertThat(Restoration.nextAt(menu)).isNull();
        assertThat(Restoration.at(Instant.MAX, menu)).isEqualTo(menu);
    }

    private static MenuDocument menu(String... items) {
        String body = """
                {"currency": "NGN", "sections": [{"id": "rice", "name": "Rice",
                  "items": [%s, %s],
                  "sections": [{"id": "grill", "name": "Grill", "items": [%s]}]}]}"""
                .formatted((Object[]) items);
        MenuContent content = MenuReader.read(body.getBytes(StandardCharsets.UTF_8), Instant.MIN);
        return content.in(new MenuDocument(new RestaurantId("NG-mama-put"), new MenuVersion(7),
                "NGN", NOON, content.sections(), content.modifierGroups()));
    }

    private static String item(String id, String status, String until) {
        return """
                {"id": "%s", "name": "Dish", "price": {"amount": 1, "currency": "NGN"},
                 "availability": {"status": "%s", "until": %s}}""".formatted(id, status, until);
    }
}
