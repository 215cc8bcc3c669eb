package carte.menu.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.contracts.menu.Tax;
import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MenuReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    /** Wrong values of an item's fields, and where the fault is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"id\": \"Jollof\"|/id", "\"id\": \"\"|/id", "\"id\": 7|/id",
            "\"name\": \"\"|/name", "\"name\": null|/name", "\"name\": [\"x\"]|/name",
            "\"description\": 5|/description",
            "\"price\": 5|/price", "\"price\": null|/price",
            "\"price\": {\"amount\": -1, \"currency\": \"NGN\"}|/price/amount",
            "\"price\": {\"amount\": 1000000000001, \"currency\": \"NGN\"}|/price/amount",
            "\"price\": {\"amount\": 1.5, \"currency\": \"NGN\"}|/price/amount",
            "\"price\": {\"amount\": \"1\", \"currency\": \"NGN\"}|/price/amount",
            "\"price\": {\"amount\": 1}|/price/currency",
            "\"price\": {\"amount\": 1, \"currency\": \"KES\"}|/price/currency",
            "\"price\": {\"amount\": 1, \"currency\": \"NGN\", \"tax\": 1}|/price/tax",
            "\"availability\": {\"status\": \"GONE\"}|/availability/status",
            "\"availability\": {}|/availability/status",
            "\"availability\": {\"status\": \"SOLD_OUT\", \"until\": \"2026-11-24T12:00:00Z\"}"
                    + "|/availability/until",
            "\"availability\": {\"status\": \"SOLD_OUT\", \"until\": \"tomorrow\"}"
                    + "|/availability/until",
            "\"availability\": {\"status\": \"AVAILABLE\", \"until\": \"2026-11-25T12:00:00Z\"}"
                    + "|/availability/until",
            "\"hours\": [{\"days\": [], \"from\": \"10:00\", \"to\": \"11:00\"}]|/hours/0/days",
            "\"hours\": [{\"days\": [\"MONDAY\"], \"from\": \"10:00\", \"to\": \"11:00\"}]"
                    + "|/hours/0/days/0",
            "\"hours\": [{\"days\": [\"MON\"], \"from\": \"24:00\", \"to\": \"11:00\"}]"
                    + "|/hours/0/from",
            "\"hours\": [{\"days\": [\"MON\"], \"from\": \"10:00\"}]|/hours/0/to",
            "\"allergens\": [\"dust\"]|/allergens/0", "\"allergens\": [\"PEANUTS\"]|/allergens/0",
            "\"allergens\": [\"milk\", \"milk\"]|/allergens/1",
            "\"diets\": [\"Very Vegan\"]|/diets/0",
            "\"image\": \"http://example.com/a.jpg\"|/image", "\"image\": \"https:///a\"|/image",
            "\"image\": \"a b\"|/image",
            "\"modifierGroups\": [\"nowhere\"]|/modifierGroups/0",
            "\"modifierGroups\": [\"protein\", \"protein\"]|/modifierGroups/1",
            "\"prices\": {\"DRONE\": {\"amount\": 1, \"currency\": \"NGN\"}}|/prices/DRONE",
            "\"prices\": {\"PICKUP\": {\"amount\": 1, \"currency\": \"USD\"}}"
                    + "|/prices/PICKUP/currency",
            "\"translations\": {\"klingon language\": {\"name\": \"x\"}}"
                    + "|/translations/klingon language",
            "\"translations\": {\"fr\": {}}|/translations/fr",
            "\"translations\": {\"fr\": {\"name\": \" \"}}|/translations/fr/name",
            "\"translations\": {\"fr\": {\"name\": \"x\", \"title\": 1}}|/translations/fr/title",
            "\"tax\": 7.5|/tax", "\"tax\": {\"included\": true}|/tax/rateBasisPoints",
            "\"tax\": {\"rateBasisPoints\": 7.5, \"included\": true}|/tax/rateBasisPoints",
            "\"tax\": {\"rateBasisPoints\": -1, \"included\": true}|/tax/rateBasisPoints",
            "\"tax\": {\"rateBasisPoints\": 10001, \"included\": true}|/tax/rateBasisPoints",
            "\"tax\": {\"rateBasisPoints\": 750}|/tax/included",
            "\"tax\": {\"rateBasisPoints\": 750, \"included\": null}|/tax/included",
            "\"spicy\": true|/spicy"})
    void refusesItems(String field, String pointer) {
        String name = field.substring(0, field.indexOf(':'));
        String rest = List.of("\"id\": \"jollof\"", "\"name\": \"Jollof\"",
                "\"price\": {\"amount\": 1, \"currency\": \"NGN\"}").stream()
                .filter(other -> !other.startsWith(name))
                .map(other -> ", " + other)
                .collect(Collectors.joining());

        assertThat(pointers(menuOf("{" + field + rest + "}")))
                .contains("/sections/0/items/0" + pointer)
                .allMatch(found -> found.startsWith("/sections/0/items/0" + pointer));
    }

    @Test
    void readsTheTaxOfTheMenu() {
        byte[] taxed = """
                {"currency": "NGN", "tax": {"rateBasisPoints": 750, "included": true}}"""
                .getBytes(StandardCharsets.UTF_8);

        assertThat(MenuReader.read(taxed, NOW).tax()).isEqualTo(new Tax(750, true));
    }

    /** Right values of an item's fields. */
    @ParameterizedTest
    @ValueSource(strings = {
            "\"description\": null", "\"description\": \"With\\nyaji\"",
            "\"availability\": null", "\"availability\": {\"status\": \"HIDDEN\"}",
            "\"availability\": {\"status\": \"SOLD_OUT\", \"until\": \"2026-11-24T12:00:01Z\"}",
            "\"hours\": [{\"days\": [\"MON\", \"TUE\"], \"from\": \"18:00\", \"to\": \"02:00\"}]",
            "\"allergens\": [\"gluten\", \"crustaceans\", \"eggs\", \"fish\", \"peanuts\","
                    + " \"soybeans\", \"milk\", \"nuts\", \"celery\", \"mustard\", \"sesame\","
                    + " \"sulphites\", \"lupin\", \"molluscs\"]",
            "\"diets\": [\"vegan\", \"gluten-free\"]",
            "\"image\": \"https://images.example.com/jollof.jpg?w=400\"", "\"image\": null",
            "\"modifierGroups\": [\"protein\"]", "\"tax\": null",
            "\"tax\": {\"rateBasisPoints\": 0, \"included\": false}",
            "\"tax\": {\"rateBasisPoints\": 10000, \"included\": true}",
            "\"prices\": {\"DELIVERY\": {\"amount\": 1000000000000, \"currency\": \"NGN\"},"
                    + " \"PICKUP\": {\"amount\": 0, \"currency\": \"NGN\"}}",
            "\"translations\": {\"fr\": {\"name\": \"Riz\"},"
                    + " \"pt-BR\": {\"description\": \"Arroz\"}}"})
    void takesItems(String field) {
        String item = "{\"id\": \"jollof\", \"name\": \"Jollof\","
                + " \"price\": {\"amount\": 1, \"currency\": \"NGN\"}, " + field + "}";

        assertThat(pointers(menuOf(item))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"min\": 3, \"max\": 2|/min", "\"min\": -1, \"max\": 2|/min",
            "\"min\": 2, \"max\": 0|/max", "\"min\": 0|/max",
            "\"max\": 2, \"free\": 3|/free", "\"min\": 3, \"max\": 3|/min",
            "\"max\": 1, \"options\": 5|/options"})
    void refusesGroups(String fields, String pointer) {
        String options = fields.contains("options")
                ? ""
                : ", \"options\": [" + option("a", "")
                        + "," + option("b", "") + "]";

        assertThat(pointers("{\"currency\": \"NGN\", \"modifierGroups\": [{\"id\": \"g\","
                + " \"name\": \"G\", " + fields + options + "}]}"))
                .contains("/modifierGroups/0" + pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"min\": 2, \"max\": 2", "\"max\": 2, \"free\": 2", "\"max\": 5"})
    void takesGroups(String fields) {
        assertThat(pointers("{\"currency\": \"NGN\", \"modifierGroups\": [{\"id\": \"g\","
                + " \"name\": \"G\", " + fields + ", \"options\": [" + option("a", "") + ","
                + option("b", "") + "]}]}")).isEmpty();
    }

    @Test
    void idsAreUniqueWhereTheyMustBe() {
        String menu = """
                {"currency": "NGN", "sections": [
                  {"id": "a", "name": "A", "items": [%1$s],
                   "sections": [{"id": "b", "name": "B", "items": [%1$s]}]},
                  {"id": "b", "name": "B"}],
                 "modifierGroups": [
                  {"id": "g", "name": "G", "max": 1, "options": [%2$s, %2$s]},
                  {"id": "g", "name": "G", "max": 1, "options": [%2$s]}]}"""
                .formatted(item("jollof"), option("o", ""));

        assertThat(pointers(menu)).containsExactlyInAnyOrder(
                "/sections/0/sections/0/items/0/id",
                "/sections/1/id",
                "/modifierGroups/0/options/1/id",
                "/modifierGroups/1/id");
    }

    @Test
    void sectionsNestTwoDeep() {
        String menu = """
                {"currency": "NGN", "sections": [{"id": "a", "name": "A",
                  "sections": [{"id": "b", "name": "B", "sections": [%s]}]}]}""";

        assertThat(pointers(menu.formatted(""))).isEmpty();
        assertThat(pointers(menu.formatted("{\"id\": \"c\", \"name\": \"C\", \"items\": []}")))
                .containsExactly("/sections/0/sections/0/sections/0");
    }

    @Test
    void groupsNestTwoDeepAndNeverInCycles() {
        assertThat(pointers(groups("\"b\"", "", ""))).isEmpty();
        assertThat(pointers(groups("\"b\"", "\"c\"", "")))
                .containsExactly("/modifierGroups/0/options/0/modifierGroups/0");
        assertThat(pointers(groups("\"a\"", "", "")))
                .containsExactly("/modifierGroups/0/options/0/modifierGroups/0");
        assertThat(pointers(groups("\"b\"", "\"a\"", ""))).containsExactly(
                "/modifierGroups/0/options/0/modifierGroups/0",
                "/modifierGroups/1/options/0/modifierGroups/0");
    }

    @Test
    void aMenuHasFiveThousandItemsAtMost() {
        assertThat(pointers(sections(2, 2_500))).isEmpty();
        assertThat(pointers(sections(3, 2_000))).containsExactly("/sections");
        assertThat(pointers(sections(1, 5_001))).containsExactly("/sections/0/items");
    }

    @Test
    void textsAreBounded() {
        assertThat(pointers(menuOf(item("jollof").replace("Dish", "x".repeat(200))))).isEmpty();
        assertThat(pointers(menuOf(item("jollof").replace("Dish", "x".repeat(201)))))
                .containsExactly("/sections/0/items/0/name");
        String described = item("jollof").replace("\"name\"", "\"description\": \"%s\", \"name\"");
        assertThat(pointers(menuOf(described.formatted("x".repeat(2_000))))).isEmpty();
        assertThat(pointers(menuOf(described.formatted("x".repeat(2_001)))))
                .containsExactly("/sections/0/items/0/description");
    }

    @Test
    void saysEveryFaultAtOnce() {
        String wrong = IntStream.range(0, 100)
                .mapToObj(i -> item("dish-" + i).replace("\"amount\": 1", "\"amount\": -1"))
                .collect(Collectors.joining(","));

        assertThat(pointers(menuOf(wrong))).hasSize(100)
                .contains("/sections/0/items/99/price/amount");
    }

    @Test
    void aWrittenMenuIsReadAsItWas() {
        MenuContent content = read("""
                {"restaurantId": "ignored", "version": "ignored", "publishedAt": [],
                 "currency": "NGN", "sections": [{"id": "a", "name": "A", "items": [%s],
                   "hours": [{"days": ["SUN"], "from": "22:00", "to": "02:00"}],
                   "translations": {"fr": {"name": "Un"}}}],
                 "modifierGroups": [{"id": "g", "name": "G", "min": 1, "max": 2, "free": 1,
                   "options": [%s, %s]}]}"""
                .formatted(item("jollof"), option("o", ""), option("p", "")));
        MenuDocument menu = content.in(new MenuDocument(new RestaurantId("NG-mama-put"),
                MenuVersion.FIRST, "NGN", NOW, List.of(), List.of()));

        MenuContent again = MenuReader.read(MenuJson.of(menu).utf8(), NOW);

        assertThat(again).isEqualTo(content);
        Item jollof = content.sections().getFirst().items().getFirst();
        assertThat(jollof.price().amount()).isEqualTo(1);
        assertThat(ContractJson.mapper().readTree(MenuJson.of(menu).utf8())
                .at("/sections/0/hours/0/to").stringValue()).isEqualTo("02:00");
    }

    private static String menuOf(String items) {
        return "{\"currency\": \"NGN\", \"sections\": [{\"id\": \"a\", \"name\": \"A\","
                + " \"items\": [" + items + "]}], \"modifierGroups\": [{\"id\": \"protein\","
                + " \"name\": \"Protein\", \"max\": 1, \"options\": []}]}";
    }

    private static String item(String id) {
        return "{\"id\": \"" + id + "\", \"name\": \"Dish\","
                + " \"price\": {\"amount\": 1, \"currency\": \"NGN\"}}";
    }

    private static String option(String id, String opens) {
        return "{\"id\": \"" + id + "\", \"name\": \"Option\", \"modifierGroups\": [" + opens
                + "], \"price\": {\"amount\": 1, \"currency\": \"NGN\"}}";
    }

    private static String groups(String... opens) {
        String groups = IntStream.range(0, opens.length)
                .mapToObj(i -> "{\"id\": \"" + "abc".charAt(i) + "\", \"name\": \"G\", \"max\": 1,"
                        + " \"options\": [" + option("o", opens[i]) + "]}")
                .collect(Collectors.joining(","));
        return "{\"currency\": \"NGN\", \"modifierGroups\": [" + groups + "]}";
    }

    private static String sections(int count, int items) {
        return IntStream.range(0, count)
                .mapToObj(section -> "{\"id\": \"s" + section + "\", \"name\": \"S\", \"items\": ["
                        + IntStream.range(0, items)
                                .mapToObj(i -> item("i-" + section + "-" + i))
                                .collect(Collectors.joining(","))
                        + "]}")
                .collect(Collectors.joining(",", "{\"currency\": \"NGN\", \"sections\": [", "]}"));
    }

    private static List<String> pointers(String body) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> read(body));
        if (thrown == null) {
            return List.of();
        }
        assertThat(thrown.problem().kind()).isEqualTo(ProblemType.INVALID_CONTENT);
        return thrown.problem().errors().stream().map(Fault::pointer).toList();
    }

    private static MenuContent read(String body) {
        return MenuReader.read(body.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
