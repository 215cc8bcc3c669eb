package carte.menu.exchange;

import carte.contracts.fixture.Menus;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.menu.document.MenuReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A menu of many dishes, each with a price and a few words. */
final class LargeMenu {

    private LargeMenu() {}

    /** Returns a menu of that many items in sections of a hundred. */
    static MenuDocument of(int items) {
        return MenuReader.read(json(items).getBytes(StandardCharsets.UTF_8), AnyMenus.NOW)
                .in(new MenuDocument(Menus.MAMA_PUT, new MenuVersion(7), "NGN", Menus.PUBLISHED,
                        List.of(), List.of()));
    }

    /** Returns the menu as a body. */
    static String json(int items) {
        return IntStream.range(0, (items + 99) / 100)
                .mapToObj(section -> "{\"id\": \"s" + section + "\", \"name\": \"Section " + section
                        + "\", \"items\": [" + items(section, items) + "]}")
                .collect(Collectors.joining(",", "{\"currency\": \"NGN\", \"sections\": [", "]}"));
    }

    private static String items(int section, int items) {
        return IntStream.range(section * 100, Math.min(items, section * 100 + 100))
                .mapToObj(i -> """
                        {"id": "dish-%1$d", "name": "Dish number %1$d",
                         "description": "With rice, plantain and pepper sauce",
                         "price": {"amount": %2$d, "currency": "NGN"},
                         "allergens": ["fish"], "diets": ["halal"]}""".formatted(i, 1000 + i))
                .collect(Collectors.joining(","));
    }
}
