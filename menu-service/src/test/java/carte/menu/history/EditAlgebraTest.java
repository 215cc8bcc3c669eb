package carte.menu.history;

import static carte.contracts.fixture.Menus.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.Section;
import carte.menu.RandomMenus;
import carte.menu.document.ItemChanges;
import carte.menu.document.ItemPatch;
import carte.menu.document.MenuContent;
import carte.menu.document.MenuEdits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of patches, batches and rollbacks whatever the menu. */
class EditAlgebraTest {

    private static final int ROUNDS = 300;
    private static final Instant NOW = PUBLISHED.minusSeconds(1);

    /** Values of each field; the number chooses one. */
    private static final Map<String, IntFunction<String>> VALUES = Map.ofEntries(
            Map.entry("name", n -> "\"Name %d\"".formatted(n)),
            Map.entry("description", n -> n == 0 ? "null" : "\"Words %d\"".formatted(n)),
            Map.entry("price", n -> "{\"amount\": %d, \"currency\": \"NGN\"}".formatted(n)),
            Map.entry("availability", n -> "{\"status\": \"%s\"}".formatted(
                    List.of("AVAILABLE", "SOLD_OUT", "HIDDEN").get(n))),
            Map.entry("hours", n -> n == 0
                    ? "[]"
                    : "[{\"days\": [\"SAT\"], \"from\": \"18:00\", \"to\": \"0%d:00\"}]"
                            .formatted(n)),
            Map.entry("allergens", n -> List.of("[]", "[\"fish\"]", "[\"milk\"]").get(n)),
            Map.entry("diets", n -> List.of("null", "[\"vegan\"]", "[\"halal\"]").get(n)),
            Map.entry("image", n -> "\"https://images.example/%d\"".formatted(n)),
            Map.entry("modifierGroups", _ -> "[]"),
            Map.entry("prices", n -> n == 0
                    ? "{}"
                    : "{\"PICKUP\": {\"amount\": %d, \"currency\": \"NGN\"}}".formatted(n)),
            Map.entry("translations", n -> "{\"ha\": {\"name\": \"Suna %d\"}}".formatted(n)),
            Map.entry("tax", n -> n == 0
                    ? "null"
                    : "{\"rateBasisPoints\": %d, \"included\": true}".formatted(n)));

    private final RandomMenus random = new RandomMenus(20261126);

    @Test
    void aBatchIsItsPatchesInOrder() {
        for (int round = 0; round < ROUNDS; round++) {
            MenuDocument menu = menuWithItems();
            List<String> items = itemIds(menu);
            List<String> changes = new ArrayList<>();
            MenuDocument oneByOne = menu;
            for (int i = 0; i < 6; i++) {
                String item = random.one(items);
                String patch = patch(someFields());
                changes.add("{\"itemId\": \"%s\", %s".formatted(item, patch.substring(1)));
                oneByOne = MenuEdits.patchItem(oneByOne, item, read(patch));
            }

            assertThat(batch(changes).applyTo(menu)).isEqualTo(oneByOne);
        }
    }

    @Test
    void patchesOfDifferentFieldsOrItemsCommute() {
        for (int round = 0; round < ROUNDS; round++) {
            MenuDocument menu = menuWithItems();
            String item = random.one(itemIds(menu));
            String other = random.one(itemIds(menu));
            List<String> fields = someFields();
            List<String> others = new ArrayList<>(VALUES.keySet());
            if (item.equals(other)) {
                others.removeAll(fields);
            }
            ItemPatch one = read(patch(fields));
            ItemPatch two = read(patch(others));

            assertThat(MenuEdits.patchItem(MenuEdits.patchItem(menu, item, one), other, two))
                    .isEqualTo(MenuEdits.patchItem(
                            MenuEdits.patchItem(menu, other, two), item, one));
        }
    }

    @Test
    void aRollbackHasTheOldContentWhateverCameInBetween() {
        for (int round = 0; round < ROUNDS; round++) {
            MenuDocument old = random.next(1);
            MenuDocument current = random.next(9);

            MenuDocument back = Rollback.to(old, current, NOW);

            assertThat(MenuContent.of(back)).isEqualTo(MenuContent.of(old));
            assertThat(back.version()).isEqualTo(current.version());
            assertThat(Rollback.to(current, back, NOW)).isEqualTo(current);
            assertThat(MenuDiff.of(old, back).changes()).isEmpty();
        }
    }

    @Test
    void whatWasToReturnToSaleMeanwhileHasReturnedAndNothingElseDiffers() {
        Instant later = PUBLISHED.plusSeconds(60);
        for (int round = 0; round < ROUNDS; round++) {
            MenuDocument old = random.next(1);

            MenuDocument back = Rollback.to(old, random.next(9), later);

            assertThat(availabilities(back)).isEqualTo(availabilities(old).stream()
                    .map(availability -> isOver(availability, later)
                            ? Availability.AVAILABLE
                            : availability)
                    .toList());
            assertThat(MenuDiff.of(old, back).changes())
                    .allMatch(change -> change.fields().size() == 1
                            && change.fields().getFirst().field().equals("availability"));
        }
    }

    private MenuDocument menuWithItems() {
        MenuDocument menu = random.next(1);
        while (itemIds(menu).isEmpty()) {
            menu = random.next(1);
        }
        return menu;
    }

    private List<String> someFields() {
        List<String> fields = random.some(VALUES.keySet().stream().sorted().toList());
        return fields.isEmpty() ? List.of("price") : fields.subList(0, (fields.size() + 1) / 2);
    }

    private String patch(List<String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field, value(field)));
        return values.entrySet().stream()
                .map(field -> "\"%s\": %s".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String value(String field) {
        return VALUES.getOrDefault(field, _ -> "null").apply(random.number(3));
    }

    private static List<Availability> availabilities(MenuDocument menu) {
        return items(menu.sections()).map(Item::availability).toList();
    }

    private static boolean isOver(Availability availability, Instant now) {
        Instant until = availability.until();
        return until != null && !until.isAfter(now);
    }

    private static ItemPatch read(String patch) {
        return ItemPatch.read(patch.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static ItemChanges batch(List<String> changes) {
        String body = "{\"changes\": [" + String.join(", ", changes) + "]}";
        return ItemChanges.read(body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static List<String> itemIds(MenuDocument menu) {
        return items(menu.sections()).map(Item::id).toList();
    }

    private static Stream<Item> items(List<Section> sections) {
        return sections.stream().flatMap(section -> Stream.concat(
                section.items().stream(), items(section.sections())));
    }
}
