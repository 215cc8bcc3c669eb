package carte.menu.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Availability;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Money;
import carte.contracts.menu.RestaurantId;
import carte.contracts.menu.Section;
import carte.contracts.menu.ServiceHours;
import carte.contracts.menu.Translation;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ItemPatchTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final Item JOLLOF = new Item("jollof", "Jollof rice", "Smoky",
            new Money(250000, "NGN"), Availability.AVAILABLE,
            List.of(new ServiceHours(List.of(ServiceHours.Day.MON), LocalTime.of(11, 0),
                    LocalTime.of(15, 0))),
            List.of("peanuts"), List.of("vegan"), "https://example.com/jollof.jpg",
            List.of("protein"), Map.of("DELIVERY", new Money(270000, "NGN")),
            Map.of("fr", new Translation("Riz jollof", null)));

    private static final Item SUYA = new Item("suya", "Suya", null, new Money(180000, "NGN"),
            Availability.AVAILABLE, List.of(), List.of(), List.of(), null, List.of(), Map.of(),
            Map.of());

    private static final MenuDocument MAMA_PUT = new MenuDocument(
            new RestaurantId("NG-mama-put"), new MenuVersion(7), "NGN", NOW,
            List.of(new Section("rice", "Rice", List.of(JOLLOF), List.of(
                    new Section("grill", "Grill", List.of(SUYA), List.of(), List.of(), Map.of())),
                    List.of(), Map.of())),
            List.of(new ModifierGroup("protein", "Protein", 0, 1, 0, List.of(), Map.of())));

    /** One value for each field that differs from JOLLOF's. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("name", "\"Party jollof\""),
            Map.entry("description", "\"Smokier\""),
            Map.entry("price", "{\"amount\": 300000, \"currency\": \"NGN\"}"),
            Map.entry("availability", "{\"status\": \"SOLD_OUT\", \"until\": null}"),
            Map.entry("hours", "[{\"days\": [\"SAT\"], \"from\": \"18:00\", \"to\": \"02:00\"}]"),
            Map.entry("allergens", "[\"milk\"]"),
            Map.entry("diets", "[\"halal\"]"),
            Map.entry("image", "\"https://example.com/party.jpg\""),
            Map.entry("modifierGroups", "[\"sides\"]"),
            Map.entry("prices", "{\"PICKUP\": {\"amount\": 1, \"currency\": \"NGN\"}}"),
            Map.entry("translations", "{\"ha\": {\"name\": \"Jollof\", \"description\": null}}"),
            Map.entry("tax", "{\"rateBasisPoints\": 750, \"included\": true}"));

    @Test
    void touchesTheFieldsThatAreGivenAndNoOther() {
        VALUES.forEach((field, value) -> {
            ObjectNode expected = json(JOLLOF);
            expected.set(field, ContractJson.mapper().readTree(value));

            Item patched = patch("{\"" + field + "\": " + value + "}").applyTo(JOLLOF);

            assertThat(json(patched)).as(field).isEqualTo(expected);
        });
    }

    @Test
    void nullClears() {
        Item cleared = patch("""
                {"description": null, "availability": null, "hours": null, "allergens": null,
                 "diets": null, "image": null, "modifierGroups": null, "prices": null,
                 "translations": null}""").applyTo(JOLLOF);

        assertThat(cleared).isEqualTo(new Item("jollof", "Jollof rice", null,
                new Money(250000, "NGN"), Availability.AVAILABLE, List.of(), List.of(), List.of(),
                null, List.of(), Map.of(), Map.of()));
    }

    @Test
    void patchesOfDifferentFieldsCommute() {
        Random random = new Random(20261124);
        List<String> fields = new ArrayList<>(VALUES.keySet());
        for (int round = 0; round < 200; round++) {
            Collections.shuffle(fields, random);
            int cut = 1 + random.nextInt(fields.size() - 1);
            ItemPatch one = patch(bodyOf(fields.subList(0, cut)));
            ItemPatch other = patch(bodyOf(fields.subList(cut, fields.size())));

            Item both = one.applyTo(other.applyTo(JOLLOF));

            assertThat(both).isEqualTo(other.applyTo(one.applyTo(JOLLOF)))
                    .isEqualTo(patch(bodyOf(fields)).applyTo(JOLLOF));
            assertThat(one.applyTo(one.applyTo(JOLLOF))).isEqualTo(one.applyTo(JOLLOF));
        }
    }

    @Test
    void itemsInNestedSectionsAreFound() {
        MenuDocument patched = MenuEdits.patchItem(
                MAMA_PUT, "suya", patch("{\"name\": \"Beef suya\"}"));

        Section rice = patched.sections().getFirst();
        assertThat(rice.sections().getFirst().items().getFirst().name()).isEqualTo("Beef suya");
        assertThat(rice.items()).containsExactly(JOLLOF);
        assertThat(patched.modifierGroups()).isEqualTo(MAMA_PUT.modifierGroups());
        assertThat(patched.version()).isEqualTo(MAMA_PUT.version());
    }

    @Test
    void refusesWhatDoesNotFitTheMenu() {
        assertThat(refusal("fufu", "{\"name\": \"Fufu\"}")).isEqualTo(ProblemType.ITEM_NOT_FOUND);
        assertThat(refusal("suya", "{\"price\": {\"amount\": 1, \"currency\": \"USD\"}}"))
                .isEqualTo(ProblemType.INVALID_CONTENT);
        assertThat(refusal("suya", "{\"modifierGroups\": [\"sides\"]}"))
                .isEqualTo(ProblemType.INVALID_CONTENT);
    }

    @Test
    void anotherCurrencyThanTheMenusIsRefused() {
        ProblemException thrown = catchThrowableOfType(ProblemException.class,
                () -> MenuEdits.replace(MAMA_PUT, new MenuContent("KES", List.of(), List.of())));

        assertThat(thrown.problem().errors().getFirst().pointer()).isEqualTo("/currency");
    }

    private static ProblemType refusal(String item, String body) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class,
                () -> MenuEdits.patchItem(MAMA_PUT, item, patch(body)));
        return thrown.problem().kind();
    }

    private static String bodyOf(List<String> fields) {
        return fields.stream()
                .map(field -> "\"" + field + "\": " + VALUES.get(field))
                .reduce((a, b) -> a + ", " + b)
                .map(all -> "{" + all + "}")
                .orElseThrow();
    }

    private static ItemPatch patch(String body) {
        return ItemPatch.read(body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static ObjectNode json(Item item) {
        byte[] utf8 = ContractJson.mapper().writeValueAsBytes(item);
        return (ObjectNode) ContractJson.mapper().readTree(utf8);
    }
}
