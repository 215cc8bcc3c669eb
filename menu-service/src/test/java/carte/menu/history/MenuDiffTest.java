package carte.menu.history;

import static carte.contracts.fixture.Menus.DODO;
import static carte.contracts.fixture.Menus.JOLLOF;
import static carte.contracts.fixture.Menus.MAMA_PUT;
import static carte.contracts.fixture.Menus.PUBLISHED;
import static carte.contracts.fixture.Menus.item;
import static carte.contracts.fixture.Menus.menu;
import static carte.contracts.fixture.Menus.naira;
import static carte.contracts.fixture.Menus.withEverythingSet;
import static carte.contracts.fixture.Menus.withTax;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Section;
import carte.menu.RandomMenus;
import carte.menu.document.ItemPatch;
import carte.menu.document.MenuContent;
import carte.menu.document.MenuEdits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MenuDiffTest {

    private static final Item MOIN_MOIN = item("moin-moin", "Moin moin", naira(700));

    @Test
    void saysWhatAPriceWasAndIs() {
        MenuDocument dearer = menu(MAMA_PUT, 7, PUBLISHED,
                patched("{\"price\": {\"amount\": 280000, \"currency\": \"NGN\"}}"), DODO);

        assertThat(json(MenuDiff.of(menu(MAMA_PUT, 5, PUBLISHED), dearer))).isEqualTo(json("""
                {"from": 5, "to": 7, "changes": [
                  {"kind": "CHANGED", "what": "ITEM", "id": "jollof", "name": "Jollof rice",
                   "section": "rice", "fields": [{"field": "price",
                     "from": {"amount": 250000, "currency": "NGN"},
                     "to": {"amount": 280000, "currency": "NGN"}}]}]}"""));
    }

    @Test
    void namesWhatWasAddedAndRemovedWithItsPrice() {
        MenuDiff diff = MenuDiff.of(menu(MAMA_PUT, 1, PUBLISHED, JOLLOF, DODO),
                menu(MAMA_PUT, 2, PUBLISHED, MOIN_MOIN, DODO));

        assertThat(json(diff)).isEqualTo(json("""
                {"from": 1, "to": 2, "changes": [
                  {"kind": "ADDED", "what": "ITEM", "id": "moin-moin", "name": "Moin moin",
                   "section": "rice", "fields": [{"field": "price",
                     "from": null, "to": {"amount": 70000, "currency": "NGN"}}]},
                  {"kind": "REMOVED", "what": "ITEM", "id": "jollof", "name": "Jollof rice",
                   "section": "rice", "fields": [{"field": "price",
                     "from": {"amount": 250000, "currency": "NGN"}, "to": null}]}]}"""));
    }

    @Test
    void oneThatIsPutInFrontDoesNotMoveTheOthers() {
        assertThat(summary(MenuDiff.of(menu(MAMA_PUT, 1, PUBLISHED, JOLLOF, DODO),
                menu(MAMA_PUT, 2, PUBLISHED, MOIN_MOIN, JOLLOF, DODO))))
                .containsExactly("ADDED ITEM moin-moin");
        assertThat(summary(MenuDiff.of(menu(MAMA_PUT, 1, PUBLISHED, JOLLOF, DODO, MOIN_MOIN),
                menu(MAMA_PUT, 2, PUBLISHED, MOIN_MOIN, JOLLOF, DODO))))
                .containsExactly("MOVED ITEM moin-moin");
    }

    @Test
    void whatChangesItsSectionIsMovedAndWhatElseItChangesIsSaidToo() {
        Item soldOut = patched("{\"availability\": {\"status\": \"SOLD_OUT\"}}");
        MenuDocument before = sections(section("rice", JOLLOF), section("grill", DODO));
        MenuDocument after = sections(section("rice"), section("grill", soldOut, DODO));

        MenuDiff diff = MenuDiff.of(before, after);

        assertThat(summary(diff))
                .containsExactly("MOVED ITEM jollof", "CHANGED ITEM jollof");
        assertThat(diff.changes().getFirst().section()).isEqualTo("grill");
        assertThat(diff.changes().getFirst().fields().toString())
                .contains("section", "rice", "grill");
        assertThat(diff.changes().getLast().fields()).extracting(MenuDiff.FieldChange::field)
                .containsExactly("availability");
    }

    @Test
    void optionsAreToldApartByTheirGroups() {
        MenuDocument whole = withEverythingSet();
        ModifierGroup protein = whole.modifierGroups().getFirst();
        MenuDocument swapped = new MenuDocument(MAMA_PUT, new MenuVersion(8), "NGN", PUBLISHED,
                whole.sections(), List.of(
                        new ModifierGroup("protein", "Protein", 0, 2, 1, List.of(),
                                protein.translations()),
                        new ModifierGroup("spice", "Spice", 0, 1, 0, protein.options(),
                                Map.of())));

        MenuDiff diff = MenuDiff.of(whole, swapped);

        assertThat(summary(diff)).containsExactly("CHANGED MODIFIER_GROUP protein",
                "ADDED OPTION chicken", "REMOVED OPTION chicken", "REMOVED OPTION mild");
        assertThat(diff.changes()).extracting(MenuDiff.Change::group)
                .containsExactly(null, "spice", "protein", "spice");
    }

    @Test
    void entriesOfPricesAndTranslationsChangeOneByOne() {
        Item dodo = patched(DODO, """
                {"prices": {"DELIVERY": {"amount": 100, "currency": "NGN"}},
                 "translations": {"fr": {"name": "Plantain frit"}}}""");

        MenuDiff diff = MenuDiff.of(menu(MAMA_PUT, 1, PUBLISHED, DODO),
                menu(MAMA_PUT, 2, PUBLISHED, dodo));

        assertThat(diff.changes().getFirst().fields()).extracting(MenuDiff.FieldChange::field)
                .containsExactlyInAnyOrder("prices.DELIVERY", "translations.fr");
    }

    @Test
    void theTaxOfTheMenuIsAFieldOfTheMenu() {
        MenuDocument taxed = withTax();

        MenuDiff diff = MenuDiff.of(new MenuDocument(MAMA_PUT, MenuVersion.FIRST, "NGN",
                PUBLISHED, taxed.sections(), List.of()), taxed);

        assertThat(summary(diff)).containsExactly("CHANGED MENU " + MAMA_PUT);
        assertThat(diff.changes().getFirst().fields())
                .extracting(MenuDiff.FieldChange::field).containsExactly("tax");
    }

    @Test
    void isEmptyIfAndOnlyIfTheMenusSayTheSame() {
        RandomMenus menus = new RandomMenus(20261126);
        for (int round = 0; round < 500; round++) {
            MenuDocument one = menus.next(1);
            MenuDocument other = menus.next(2);

            assertThat(MenuDiff.of(one, other).changes().isEmpty()).as("%s%n%s", one, other)
                    .isEqualTo(MenuContent.of(one).equals(MenuContent.of(other)));
            assertThat(MenuDiff.of(one, reversion(one, 9)).changes()).isEmpty();
        }
    }

    @Test
    void anyOneFieldOfAnItemIsNoticed() {
        MenuDocument menu = withEverythingSet();
        List.of("\"name\": \"Egusi\"", "\"description\": null", "\"hours\": []",
                "\"price\": {\"amount\": 1, \"currency\": \"NGN\"}", "\"availability\": null",
                "\"allergens\": []", "\"diets\": []", "\"image\": null",
                "\"modifierGroups\": []", "\"prices\": {}", "\"translations\": {}")
                .forEach(field -> {
                    MenuDocument edited = MenuEdits.patchItem(menu, "egusi", ItemPatch.read(
                            utf8("{" + field + "}"), PUBLISHED));

                    assertThat(summary(MenuDiff.of(menu, edited))).as(field)
                            .containsExactly("CHANGED ITEM egusi");
                });
    }

    @Test
    void aMenuOfThousandsOfItemsIsComparedInNoTime() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            items.add(item("item-" + i, "Item " + i, naira(i)));
        }
        MenuDocument ascending = menu(MAMA_PUT, 1, PUBLISHED, items.toArray(Item[]::new));
        MenuDocument descending = menu(
                MAMA_PUT, 2, PUBLISHED, items.reversed().toArray(Item[]::new));

        assertThat(MenuDiff.of(ascending, descending).changes()).hasSize(4_999)
                .allMatch(change -> change.kind() == MenuDiff.Kind.MOVED);
    }

    private static MenuDocument reversion(MenuDocument menu, long version) {
        return new MenuDocument(menu.restaurantId(), new MenuVersion(version), menu.currency(),
                menu.publishedAt().plusSeconds(1), menu.sections(), menu.modifierGroups(),
                menu.tax());
    }

    private static MenuDocument sections(Section... sections) {
        return new MenuDocument(MAMA_PUT, MenuVersion.FIRST, "NGN", PUBLISHED,
                List.of(sections), List.of());
    }

    private static Section section(String id, Item... items) {
        return new Section(id, id, List.of(items), List.of(), List.of(), Map.of());
    }

    private static Item patched(String patch) {
        return patched(JOLLOF, patch);
    }

    private static Item patched(Item item, String patch) {
        return ItemPatch.read(utf8(patch), PUBLISHED).applyTo(item);
    }

    private static List<String> summary(MenuDiff diff) {
        return diff.changes().stream()
                .map(change -> change.kind() + " " + change.what() + " " + change.id())
                .toList();
    }

    private static Object json(MenuDiff diff) {
        return ContractJson.mapper()
                .readTree(ContractJson.mapper().writeValueAsBytes(diff));
    }

    private static Object json(String text) {
        return ContractJson.mapper().readTree(text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
