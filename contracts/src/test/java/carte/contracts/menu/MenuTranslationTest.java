package carte.contracts.menu;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.fixture.Menus;
import carte.contracts.json.ContractJson;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class MenuTranslationTest {

    private static final MenuDocument EVERYTHING = Menus.withEverythingSet();
    private static final List<String> LANGUAGES = List.of("fr", "FR", "fr-CA", "ar", "pt-BR", "pt");

    @Test
    void knowsTheLanguagesOfAllParts() {
        assertThat(MenuLanguages.of(MenuJson.of(EVERYTHING))).containsExactlyInAnyOrder("fr", "yo");
        assertThat(MenuLanguages.of(MenuJson.of(
                Menus.menu(Menus.MAMA_PUT, 1, Menus.PUBLISHED)))).isEmpty();
        Item named = Menus.item("translations", "\"translations\":{\"sw\":1}", Menus.naira(1));
        assertThat(MenuLanguages.of(MenuJson.of(
                Menus.menu(Menus.MAMA_PUT, 1, Menus.PUBLISHED, named)))).isEmpty();
    }

    @Test
    void putsTheWordsOfALanguageInThePlaceOfTheMenusOwn() {
        MenuDocument french = MenuTranslation.of(EVERYTHING, "fr");
        Section mains = french.sections().getFirst();
        assertThat(mains.name()).isEqualTo("Mains");
        Section soups = mains.sections().getFirst();
        assertThat(soups.name()).isEqualTo("Soupes");
        Item egusi = soups.items().getFirst();
        assertThat(egusi.name()).isEqualTo("Soupe egusi");
        assertThat(egusi.description()).isEqualTo("Graines de melon");
        ModifierGroup protein = french.modifierGroups().getFirst();
        assertThat(protein.name()).isEqualTo("Protéine");
        assertThat(protein.options().getFirst().name()).isEqualTo("Poulet");
        assertThat(french.modifierGroups().getLast().name()).isEqualTo("Spice");
        assertThat(MenuTranslation.of(EVERYTHING, "yo").sections().getFirst().name())
                .isEqualTo("Oúnjẹ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-CA", "FR", "fr-ca-x-home"})
    void fallsBackPartByPart(String language) {
        Item egusi = MenuTranslation.of(menuWith(Map.of(
                "fr", new Translation("Soupe", "Graines"),
                "fr-CA", new Translation("Potage", null))), language)
                .sections().getFirst().items().getFirst();
        assertThat(egusi.name()).isEqualTo(language.equals("FR") ? "Soupe" : "Potage");
        assertThat(egusi.description()).isEqualTo("Graines");
    }

    @Test
    void whatIsNotTranslatedStaysAsItIs() {
        Item egusi = MenuTranslation.of(menuWith(Map.of("fr", new Translation(null, "Graines"))),
                "fr").sections().getFirst().items().getFirst();
        assertThat(egusi.name()).isEqualTo("Egusi");
        assertThat(egusi.description()).isEqualTo("Graines");
        assertThat(MenuTranslation.of(EVERYTHING, "sw")).isEqualTo(EVERYTHING);
    }

    @Test
    void changesNothingButWords() {
        Random random = new Random(20_260_301);
        for (int run = 0; run < 300; run++) {
            MenuDocument menu = anyMenu(random);
            MenuDocument translated = MenuTranslation.of(menu, any(LANGUAGES, random));
            assertThat(withoutWords(translated)).isEqualTo(withoutWords(menu));
            assertThat(MenuTranslation.of(MenuTranslation.of(menu, "fr"), "fr"))
                    .isEqualTo(MenuTranslation.of(menu, "fr"));
        }
    }

    private static JsonNode withoutWords(MenuDocument menu) {
        return strip(ContractJson.mapper().readTree(MenuJson.of(menu).utf8()));
    }

    private static JsonNode strip(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("translations")) {
            object.remove(List.of("name", "description"));
        }
        node.forEach(MenuTranslationTest::strip);
        return node;
    }

    private static MenuDocument menuWith(Map<String, Translation> translations) {
        Item egusi = new Item("egusi", "Egusi", "Melon seed", Menus.naira(1),
                Availability.AVAILABLE, List.of(), List.of(), List.of(), null, List.of(), Map.of(),
                translations);
        return Menus.menu(Menus.MAMA_PUT, 7, Menus.PUBLISHED, egusi);
    }

    private static MenuDocument anyMenu(Random random) {
        return new MenuDocument(Menus.MAMA_PUT, new MenuVersion(random.nextInt(1, 100)), "NGN",
                Menus.PUBLISHED, some(random, i -> section(i, 1, random)),
                some(random, i -> new ModifierGroup("g" + i, word(random), i, i + 1, 0,
                        some(random, j -> new Option("o" + j, word(random), Menus.naira(j), 1,
                                List.of(), List.of(), translations(random))),
                        translations(random))),
                tax(random));
    }

    private static Section section(int number, int depth, Random random) {
        return new Section("s" + number, word(random), some(random, i -> new Item("i" + i,
                word(random), random.nextBoolean() ? null : word(random),
                Menus.naira(random.nextInt(10_000)), Availability.AVAILABLE, List.of(), List.of(),
                List.of("vegan"), null, List.of("g0"), Map.of("PICKUP", Menus.naira(i)),
                translations(random), tax(random))),
                depth == 2 ? List.of() : some(random, i -> section(i, depth + 1, random)),
                List.of(), translations(random));
    }

    private static @Nullable Tax tax(Random random) {
        return random.nextBoolean() ? null : new Tax(random.nextInt(10_000), random.nextBoolean());
    }

    private static Map<String, Translation> translations(Random random) {
        return random.nextBoolean()
                ? Map.of()
                : Map.of(any(LANGUAGES, random),
                        new Translation(random.nextBoolean() ? null : word(random),
                                random.nextBoolean() ? null : word(random)));
    }

    private static <T> List<T> some(Random random, IntFunction<T> part) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(part).toList();
    }

    private static String word(Random random) {
        return any(List.of("Soupe", "أرز", "Rice", "\"quoted\"", "Ñ 🌶"), random)
                + random.nextInt();
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
