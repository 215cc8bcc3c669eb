package carte.gateway.site.console.editor;

import static carte.gateway.site.console.MamaPut.menu;
import static carte.gateway.site.console.MamaPut.restaurant;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.json.ContractJson;
import carte.gateway.site.console.MamaPut;
import carte.gateway.site.console.Step;
import carte.gateway.site.console.Tree;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class EditorViewTest {

    @Test
    void showsSmallMenusWhole() {
        EditorView view = EditorView.of(menu(), restaurant(), null, null, Locale.ENGLISH);

        assertThat(view.version()).isEqualTo(7);
        assertThat(view.items()).isEqualTo(3);
        assertThat(view.soldOut()).isEqualTo(1);
        assertThat(view.sections()).extracting(EditorView.SectionView::name)
                .containsExactly("Rice", "Soups");
        RowView jollof = view.sections().getFirst().rows().getFirst();
        assertThat(jollof.priceField()).isEqualTo("2500");
        assertThat(jollof.groups()).containsExactly("Protein");
        assertThat(jollof.isAvailable()).isTrue();
        RowView ofada = view.sections().getFirst().rows().getLast();
        assertThat(ofada.until()).contains("10:00");
        assertThat(ofada.priceField()).isEqualTo("3000.50");
        assertThat(ofada.statusMessage()).isEqualTo("console.status.sold-out");
    }

    @Test
    void findsByAPartOfTheNameAndLetsNobodySortWhatIsNotAllShown() {
        EditorView view = EditorView.of(menu(), restaurant(), null, " OFADA ", Locale.ENGLISH);

        assertThat(view.sections()).hasSize(1);
        assertThat(view.sections().getFirst().rows()).extracting(RowView::id)
                .containsExactly("ofada");
        assertThat(view.sections().getFirst().sortable()).isFalse();
    }

    @Test
    void showsLargeMenusSectionBySection() {
        ObjectNode menu = menu();
        ArrayNode soups = Tree.itemList(Tree.section(menu, "soups").orElseThrow());
        for (int i = 0; i < 200; i++) {
            soups.add(ContractJson.mapper().createObjectNode().put("id", "s" + i)
                    .put("name", "Soup " + i));
        }
        assertThat(EditorView.of(menu, restaurant(), null, null, Locale.ENGLISH).sections())
                .extracting(EditorView.SectionView::id).containsExactly("rice");
        assertThat(EditorView.of(menu, restaurant(), "soups", null, Locale.ENGLISH).sections())
                .extracting(EditorView.SectionView::id).containsExactly("soups");
    }

    @Test
    void tomorrowBeginsWhenTheRestaurantOpensNext() {
        // A Thursday, and a Friday after which it is closed until Monday.
        assertThat(Tomorrow.opening(restaurant(), Instant.parse("2026-11-26T20:00:00Z")))
                .isEqualTo("2026-11-27T09:00:00Z");
        assertThat(Tomorrow.opening(restaurant(), Instant.parse("2026-11-27T22:59:00Z")))
                .isEqualTo("2026-11-30T09:00:00Z");
    }

    @Test
    void newItemsGetAnIdOfTheirOwn() {
        Step step = Changes.addItem("rice", MamaPut.form("name=Jollof", "price=2,000"))
                .on(menu());

        assertThat(step).isInstanceOfSatisfying(Step.Replace.class, replace -> {
            ObjectNode added = Tree.itemsOf(
                    Tree.section(replace.menu(), "rice").orElseThrow()).getLast();
            assertThat(added.path("id").asString()).isEqualTo("jollof-2");
            assertThat(added.path("price").path("amount").asLong()).isEqualTo(200_000);
        });
    }

    @Test
    void onlyEmptySectionsAreRemoved() {
        assertThat(Changes.removeSection("rice").on(menu()))
                .isEqualTo(new Step.Refuse("console.refused.not-empty"));
        ObjectNode menu = menu();
        Tree.itemList(Tree.section(menu, "soups").orElseThrow()).removeAll();
        assertThat(Changes.removeSection("soups").on(menu))
                .isInstanceOfSatisfying(Step.Replace.class,
                        replace -> assertThat(Tree.sections(replace.menu())).hasSize(1));
    }
}
