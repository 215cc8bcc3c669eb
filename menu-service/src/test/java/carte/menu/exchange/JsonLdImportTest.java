package carte.menu.exchange;

import static carte.menu.exchange.Imports.jsonLd;
import static carte.menu.exchange.Imports.refused;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Option;
import carte.contracts.menu.Section;
import carte.kit.problem.Fault;
import carte.kit.problem.Problem;
import carte.menu.document.MenuContent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdImportTest {

    private static final String SUYA = """
            {"@type": "MenuItem", "name": "Suya", "offers": {"price": "1800",
             "priceCurrency": "NGN"}}""";

    /** The shapes that restaurants' pages have. */
    @ParameterizedTest
    @ValueSource(strings = {
            "{\"@type\": \"Menu\", \"hasMenuSection\": [%s]}",
            "{\"@type\": \"Menu\", \"hasMenuSection\": %s}",
            "[{\"@type\": \"WebSite\"}, {\"@type\": \"Menu\", \"hasMenuSection\": %s}]",
            "{\"@type\": \"Restaurant\", \"hasMenu\": {\"@type\": \"Menu\","
                    + " \"hasMenuSection\": [%s]}}",
            "{\"@type\": \"Restaurant\", \"hasMenu\": [{\"hasMenuSection\": [%s]}]}",
            "{\"@type\": [\"Restaurant\", \"Bar\"], \"menu\": {\"@type\": \"Menu\","
                    + " \"hasMenuSection\": %s}}",
            "{\"@graph\": [{\"@type\": \"Restaurant\", \"hasMenu\": {\"@id\": \"#m\"}},"
                    + " {\"@id\": \"#m\", \"@type\": \"Menu\", \"hasMenuSection\": {\"@id\":"
                    + " \"#s\"}}, {\"@id\": \"#s\", \"x\": 1, \"hasMenuSection\": [],"
                    + " \"@type\": \"MenuSection\", \"name\": \"Grill\", \"hasMenuItem\": "
                    + "{\"@type\": \"MenuItem\", \"name\": \"Suya\", \"offers\": [{\"price\":"
                    + " 1800}]}}]}",
            "{\"@type\": \"WebPage\", \"mainEntity\": {\"@type\": \"Restaurant\","
                    + " \"hasMenu\": {\"@type\": \"Menu\", \"hasMenuSection\": [%s]}}}",
            "{\"@type\": \"https://schema.org/Menu\", \"https://schema.org/hasMenuSection\": %s}",
            "{\"@type\": \"schema:Menu\", \"schema:hasMenuSection\": {\"@list\": [%s]}}",
            "\uFEFF{\"@context\": \"http://127.0.0.1:1/never-fetched\", \"@type\": \"Menu\","
                    + " \"nutrition\": {}, \"hasMenuSection\": %s}"})
    void findsTheMenu(String shape) {
        MenuContent menu = jsonLd(shape.replace("%s", section("Grill", SUYA)));

        assertThat(menu.sections()).hasSize(1);
        Section grill = menu.sections().getFirst();
        assertThat(grill.id()).isEqualTo("grill");
        assertThat(grill.items()).extracting(Item::id).containsExactly("suya");
        assertThat(grill.items().getFirst().price().amount()).isEqualTo(180_000);
    }

    /** {@code -} where it cannot be read, or not in one way only. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"2500|NGN|250000",
            "\"2500\"|NGN|250000", "2500.50|NGN|250050", "\"2,500.00\"|NGN|250000",
            "\"2,500\"|NGN|250000", "\"₦2,500\"|NGN|250000", "\"NGN 2500\"|NGN|250000",
            "\"2500 NGN\"|NGN|250000", "\"12,50\"|NGN|1250", "\"2.500,00\"|NGN|250000",
            "\"2 500,00\"|NGN|250000", "\"1.234.567\"|NGN|123456700", "0|NGN|0", "0.29|NGN|29",
            "1e3|NGN|100000", "{\"@value\": \"5\"}|NGN|500", "\"5000 FCFA\"|XOF|5000",
            "2500.00|XOF|2500", "\"2.500\"|TND|2500", "\"KSh 1,200\"|KES|120000",
            "\"2.500\"|NGN|-", "\"2,500\"|TND|-", "\"€5\"|NGN|-", "\"from 5\"|NGN|-", "\"\"|NGN|-",
            "\"-5\"|NGN|-", "-5|NGN|-", "0.005|NGN|-", "2500.5|XOF|-", "1e400|NGN|-",
            "1e-400|NGN|-", "999999999999999999|NGN|-",
            "\"999999999999999999\"|NGN|-", "9999999999999999.9|TND|-", "null|NGN|-", "[]|NGN|-",
            "{}|NGN|-", "true|NGN|-",
            "\"1,23,456\"|NGN|-", "\"0,500\"|NGN|-", "\"5-7\"|NGN|-"})
    void readsPrices(String price, String currency, String amount) {
        String file = menu(section("Grill", "{\"name\": \"Suya\", \"offers\": {\"price\": " + price
                + ", \"priceCurrency\": \"" + currency + "\"}}"));
        MenuDocument current = Imports.empty(currency);

        if (!amount.equals("-")) {
            MenuContent menu = Imports.read(ExchangeFormat.JSONLD, file, current);
            assertThat(menu.sections().getFirst().items().getFirst().price().amount())
                    .isEqualTo(Long.parseLong(amount));
        } else {
            Problem problem = refused(ExchangeFormat.JSONLD, file);
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.errors()).anySatisfy(fault -> assertThat(fault.pointer())
                    .isEqualTo("/hasMenuSection/0/hasMenuItem/0/offers"));
        }
    }

    @Test
    void readsWordsDietsImagesAndAvailability() {
        Item item = jsonLd(menu(section("Grill", """
                {"name": [{"@value": "Brochette", "@language": "fr"}, "Suya"],
                 "description": {"@value": "With yaji", "@language": "en"},
                 "image": [{"@type": "ImageObject", "url": "https://images.example/suya.jpg"}],
                 "suitableForDiet": ["https://schema.org/GlutenFreeDiet", "HalalDiet", "No MSG"],
                 "offers": [{"price": 5, "availability": "https://schema.org/SoldOut"}],
                 "nutrition": {"calories": "1"}, "identifier": "SKU 12"}""")))
                .sections().getFirst().items().getFirst();

        assertThat(item.name()).isEqualTo("Suya");
        assertThat(item.id()).isEqualTo("suya");
        assertThat(item.description()).isEqualTo("With yaji");
        assertThat(Objects.requireNonNull(item.translations().get("fr")).name())
                .isEqualTo("Brochette");
        assertThat(item.image()).isEqualTo("https://images.example/suya.jpg");
        assertThat(item.diets()).containsExactly("gluten-free", "halal", "no-msg");
        assertThat(item.availability().status().name()).isEqualTo("SOLD_OUT");
    }

    @Test
    void pricesWithNamesAreAChoice() {
        MenuContent menu = jsonLd(menu(section("Grill", """
                {"name": "Suya", "offers": [{"name": "Large", "price": 30},
                                            {"name": "Small", "price": 20}]}""")));

        Item suya = menu.sections().getFirst().items().getFirst();
        ModifierGroup sizes = menu.modifierGroups().getFirst();
        assertThat(suya.price().amount()).isEqualTo(2000);
        assertThat(suya.modifierGroups()).containsExactly(sizes.id());
        assertThat(sizes.min()).isEqualTo(1);
        assertThat(sizes.max()).isEqualTo(1);
        assertThat(sizes.options()).extracting(Option::id).containsExactly("large", "small");
        assertThat(sizes.options().getFirst().price().amount()).isEqualTo(1000);
    }

    /** An option cannot be sold out by itself, and must not be what the price begins with. */
    @Test
    void aChoiceIsOfWhatIsToBeHad() {
        String offers = """
                [{"name": "Small", "price": 20, "availability": "https://schema.org/SoldOut"},
                 {"name": "Large", "price": 30}, {"name": "Huge", "price": 40%s}]""";
        MenuContent some = jsonLd(menu(section("Grill",
                "{\"name\": \"Suya\", \"offers\": " + offers.formatted("") + "}")));

        Item suya = some.sections().getFirst().items().getFirst();
        assertThat(suya.price().amount()).isEqualTo(3000);
        assertThat(suya.availability().status().name()).isEqualTo("AVAILABLE");
        assertThat(some.modifierGroups().getFirst().options()).extracting(Option::name)
                .containsExactly("Large", "Huge");
        MenuContent one = jsonLd(menu(section("Grill", "{\"name\": \"Suya\", \"offers\": "
                + offers.formatted(", \"availability\": \"OutOfStock\"") + "}")));
        assertThat(one.sections().getFirst().items().getFirst().price().amount()).isEqualTo(3000);
        assertThat(one.modifierGroups()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"price\": [1, 2]}|-", "{\"price\": [5, \"5.00\"]}|500",
            "{\"price\": [5, \"x\"]}|-", "{\"priceSpecification\": {\"price\": 5}}|500",
            "{\"priceSpecification\": [{\"price\": 5}, {\"price\": 7}]}|-",
            "{\"priceSpecification\": [{\"price\": 5}, {\"price\": 5.0}, {\"name\": \"x\"}]}|500",
            "{\"price\": 5, \"priceCurrency\": [\"NGN\", \"USD\"]}|-",
            "{\"priceSpecification\": [{\"price\": 5}, {\"price\": 5, \"priceCurrency\":"
                    + " \"USD\"}]}|-"})
    void anOfferHasOnePrice(String offer, String amount) {
        String file = menu(section("Grill", "{\"name\": \"Suya\", \"offers\": " + offer + "}"));

        if (!amount.equals("-")) {
            assertThat(jsonLd(file).sections().getFirst().items().getFirst().price().amount())
                    .isEqualTo(Long.parseLong(amount));
        } else {
            assertThat(refused(ExchangeFormat.JSONLD, file).errors()).extracting(Fault::pointer)
                    .containsExactly("/hasMenuSection/0/hasMenuItem/0/offers");
        }
    }

    @Test
    void addOnsAreGroupsAndRepeatedOnesAreOne() {
        String toppings = "{\"@type\": \"MenuSection\", \"name\": \"Toppings\", \"hasMenuItem\": ["
                + SUYA + "]}";
        MenuContent menu = jsonLd(menu(section("Rice", """
                {"name": "Jollof", "offers": {"price": 1}, "menuAddOn": %s},
                {"name": "Ofada", "offers": {"price": 1}, "menuAddOn": [%s, %s]}"""
                .formatted(toppings, toppings, SUYA.replace("Suya", "Egg")))));

        assertThat(menu.modifierGroups()).extracting(ModifierGroup::id)
                .containsExactly("toppings", "ofada");
        List<Item> items = menu.sections().getFirst().items();
        assertThat(items.getFirst().modifierGroups()).containsExactly("toppings");
        assertThat(items.getLast().modifierGroups()).containsExactly("toppings", "ofada");
    }

    @Test
    void sectionsDeeperThanTwoComeUp() {
        String red = section("Red", SUYA);
        String wine = section("Wine", "").replace("}", ", \"hasMenuSection\": " + red + "}");
        MenuContent menu = jsonLd(menu(section("Drinks", "").replace("}",
                ", \"hasMenuSection\": [" + wine + "]}")));

        assertThat(menu.sections().getFirst().sections()).extracting(Section::name)
                .containsExactly("Wine", "Wine: Red");
    }

    @Test
    void severalMenusAreSections() {
        MenuContent menu = jsonLd("[" + menu(section("Grill", SUYA)) + ","
                + menu(section("Soup", SUYA)).replace("\"Menu\"", "\"Menu\", \"name\": \"Dinner\"")
                + "]");

        assertThat(menu.sections()).extracting(Section::name).containsExactly("Menu", "Dinner");
        assertThat(menu.sections().getLast().sections().getFirst().items().getFirst().id())
                .isEqualTo("soup-suya");
    }

    @Test
    void itemsWithoutASectionStandInOneOfTheMenusName() {
        MenuContent menu = jsonLd("{\"@type\": \"Menu\", \"hasMenuItem\": " + SUYA + "}");

        assertThat(menu.sections().getFirst().id()).isEqualTo("menu");
    }

    @Test
    void idsStayWhereOtherItemsAreAdded() {
        String file = menu(section("Rice", SUYA) + "," + section("Grill", SUYA));
        MenuContent first = jsonLd(file);
        MenuContent again = Imports.read(ExchangeFormat.JSONLD,
                menu(section("Soup", SUYA) + "," + section("Rice",
                        SUYA.replace("Suya", "Jollof") + "," + SUYA) + ","
                        + section("Grill", SUYA)),
                first.in(Imports.empty("NGN")));

        assertThat(again.sections().get(1).items().getLast().id())
                .isEqualTo(first.sections().getFirst().items().getFirst().id());
        assertThat(again.sections().get(2)).isEqualTo(first.sections().getLast());
        assertThat(jsonLd(menu(section("ẹ̀bà", SUYA))).sections().getFirst().id()).isEqualTo("eba");
        assertThat(jsonLd(menu(section("كسكس", SUYA))).sections().getFirst().id())
                .matches("[a-f0-9]{8}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "<html>", "{} {}", "{\"name\": \"\\ud800\"}",
            "{\"a\": 1, \"a\": 2}", "<script type=\"application/ld+json\">{}</script>"})
    void whatIsNotJsonIsMalformed(String file) {
        assertThat(refused(ExchangeFormat.JSONLD, file).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "7|`` ", "\"Menu\"|`` ", "{}|`` ", "[]|`` ", "[1, null]|`` ",
            "{\"@type\": \"Recipe\"}|`` ", "{\"@type\": 5}|`` ",
            "{\"@type\": \"Restaurant\", \"hasMenu\": \"https://x.example/menu\"}|/hasMenu",
            "{\"hasMenu\": {\"@id\": \"#nowhere\"}}|/hasMenu",
            "{\"@type\": \"Menu\", \"hasMenuSection\": \"Grill\"}|/hasMenuSection/name",
            "{\"@type\": \"Menu\", \"hasMenuSection\": {}}|/hasMenuSection/name",
            "{\"@type\": \"Menu\", \"hasMenuItem\": {}}|/hasMenuItem/name",
            "{\"@type\": \"Menu\", \"hasMenuItem\": 5}|/hasMenuItem/offers",
            "{\"@type\": \"Menu\", \"hasMenuItem\": {\"name\": {\"en\": \"x\"}}}"
                    + "|/hasMenuItem/name",
            "{\"@type\": \"Menu\", \"hasMenuItem\": {\"name\": \"x\", \"image\": \"/a.jpg\"}}"
                    + "|/hasMenuItem/image",
            "{\"@type\": \"Menu\", \"hasMenuItem\": {\"name\": \"x\", \"offers\":"
                    + " [{\"price\": 1}, {\"price\": 2}]}}|/hasMenuItem/offers",
            "{\"@type\": \"Menu\", \"hasMenuItem\": {\"name\": \"x\", \"offers\":"
                    + " {\"price\": 1, \"priceCurrency\": \"USD\"}}}|/hasMenuItem/offers",
            "{\"@type\": \"Menu\", \"hasMenuItem\": {\"name\": \"x\", \"menuAddOn\": \"y\"}}"
                    + "|/hasMenuItem/menuAddOn",
            "{\"@type\": \"Menu\", \"carte:spicy\": 1}|/carte:spicy",
            "{\"@type\": \"Menu\", \"hasMenuItem\": {\"name\": \"x\", \"carte:hours\": 5}}"
                    + "|/hasMenuItem/carte:hours",
            "{\"@type\": \"Menu\", \"hasMenuItem\": {\"@id\": \"#i\", \"name\": \"A\","
                    + " \"offers\": {\"price\": 1}, \"menuAddOn\": {\"@id\": \"#i\"}}}"
                    + "|/hasMenuItem",
            "{\"@type\": \"Menu\", \"carte:sections\": \"x\", \"hasMenuItem\": {\"name\":"
                    + " \"x\", \"offers\": {\"price\": 1}}}|/carte:sections",
            "{\"@type\": \"Menu\", \"hasMenuSection\": {\"name\": \"S\", \"carte:sections\":"
                    + " 5, \"hasMenuSection\": {\"name\": \"T\"}}}"
                    + "|/hasMenuSection/carte:sections",
            "{\"@type\": \"Menu\", \"hasMenuSection\": {\"name\": \"S\", \"carte:items\": []}}"
                    + "|/hasMenuSection/carte:items",
            "{\"@type\": \"Menu\", \"hasMenuSection\": {\"name\": \"S\", \"carte:id\": \"s\"}}"
                    + "|/hasMenuSection/carte:id",
            "{\"@type\": \"Menu\", \"hasMenuItem\": {\"name\": \"x\", \"offers\": {\"price\": 1},"
                    + " \"carte:modifierGroups\": [\"g\"]}}|/hasMenuItem/carte:modifierGroups",
            "{\"@type\": \"Menu\", \"carte:modifierGroups\": {\"name\": \"G\", \"carte:options\":"
                    + " 1}}|/carte:modifierGroups/carte:options",
            "{\"@type\": \"Menu\", \"@id\": \"#m\", \"hasMenuSection\": {\"@id\": \"#s\", \"x\":"
                    + " 1, \"name\": \"S\", \"hasMenuSection\": {\"@id\": \"#s\"}}}"
                    + "|/hasMenuSection/hasMenuSection"})
    void whatIsNoMenuIsInvalidAndSaysWhatWasExpected(String file, String pointer) {
        Problem problem = refused(ExchangeFormat.JSONLD, file);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(Fault::pointer).contains(pointer.strip());
        assertThat(problem.errors()).extracting(Fault::detail)
                .anyMatch(detail -> detail.startsWith("expected")
                        || detail.startsWith("unknown field"));
    }

    @Test
    void aSmallFileThatNamesItselfAgainAndAgainIsRefusedSoon() {
        StringBuilder graph = new StringBuilder("{\"@graph\": [{\"@type\": \"Menu\","
                + " \"hasMenuSection\": {\"@id\": \"#0\"}}");
        for (int i = 0; i < 18; i++) {
            graph.append(",{\"@id\": \"#%d\", \"name\": \"S\", \"hasMenuSection\": [%s, %s]}"
                    .formatted(i, "{\"@id\": \"#" + (i + 1) + "\"}",
                            "{\"@id\": \"#" + (i + 1) + "\"}"));
        }

        Problem problem = refused(ExchangeFormat.JSONLD, graph + "]}");

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors().getFirst().detail()).contains("at most 25000");
    }

    /** Here each of few items has many words, by reference. */
    @Test
    void aSmallFileOfManyWordsIsRefusedSoon() {
        String words = IntStream.range(0, 4_000)
                .mapToObj("{\"@language\": \"x%d\", \"@value\": \"A\"}"::formatted)
                .collect(Collectors.joining(","));
        String file = "{\"@graph\": [{\"@type\": \"Menu\", \"hasMenuItem\": ["
                + "{\"@id\": \"#i\"},".repeat(2_000) + "{\"@id\": \"#i\"}]},"
                + "{\"@id\": \"#i\", \"offers\": {\"price\": 1}, \"name\": [" + words + "]}]}";

        Problem problem = refused(ExchangeFormat.JSONLD, file);

        assertThat(file.length()).isLessThan(256 << 10);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).singleElement().extracting(Fault::detail).asString()
                .contains("at most 1000000");
    }

    private static String menu(String sections) {
        return "{\"@context\": \"https://schema.org\", \"@type\": \"Menu\", \"hasMenuSection\": ["
                + sections + "]}";
    }

    private static String section(String name, String items) {
        return "{\"@type\": \"MenuSection\", \"name\": \"" + name + "\", \"hasMenuItem\": [" + items
                + "]}";
    }
}
