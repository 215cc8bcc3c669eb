package carte.gateway.site.customer;

import static carte.gateway.site.customer.PagesByHand.FRIDAY_NOON;
import static carte.gateway.site.customer.PagesByHand.LAGOS;
import static carte.gateway.site.customer.PagesByHand.jollof;
import static carte.gateway.site.customer.PagesByHand.json;
import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.site.customer.ItemView.Choosing;
import carte.gateway.site.customer.ItemView.GroupView;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ItemViewsTest {

    private final ObjectNode page = PagesByHand.mamaPut();

    @Test
    void hasTheChoicesOfADish() {
        GroupView protein = item("jollof").orElseThrow().groups().getFirst();
        assertThat(protein.name()).isEqualTo("Protein");
        assertThat(protein.rule()).isEqualTo("optional");
        assertThat(protein.options().getFirst().price()).isEqualTo("₦800");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, ONE, false, exactly", "0, 1, 1, SOME, false, optional-one",
            "0, 3, 1, SOME, false, optional", "1, 2, 1, SOME, false, between",
            "1, 2, 2, SOME, true, between", "0, 1, 5, SOME, false, optional-one"})
    void showsHowToChoose(
            int min, int max, int each, Choosing choosing, boolean countable, String rule) {
        group(min, max, each, "[]");
        GroupView protein = item("jollof").orElseThrow().groups().getFirst();
        assertThat(protein.choosing()).isEqualTo(choosing);
        assertThat(protein.options().getFirst().countable()).isEqualTo(countable);
        assertThat(protein.rule()).isEqualTo(rule);
    }

    @Test
    void showsWhatAnOptionLeadsToAndEndsWhereGroupsLeadToThemselves() {
        group(0, 1, 1, "['protein']");
        GroupView first = item("jollof").orElseThrow().groups().getFirst();
        GroupView second = first.options().getFirst().groups().getFirst();
        GroupView third = second.options().getFirst().groups().getFirst();
        assertThat(second.key()).isEqualTo("protein--chicken--protein");
        assertThat(third.options().getFirst().groups()).isEmpty();
    }

    @Test
    void doesNotKnowWhatTheMenuDoesNotShow() {
        assertThat(item("eba")).isEmpty();
        jollof(page).set("availability", json("{'status': 'HIDDEN', 'until': null}"));
        assertThat(item("jollof")).isEmpty();
    }

    @Test
    void leavesOutGroupsThatTheMenuDoesNotHave() {
        jollof(page).set("modifierGroups", json("['nothing']"));
        assertThat(item("jollof").orElseThrow().groups()).isEmpty();
    }

    private void group(int min, int max, int each, String groups) {
        ((ObjectNode) page.path("menu")).set("modifierGroups", json("""
                [{'id': 'protein', 'name': 'Protein', 'min': %d, 'max': %d, 'free': 0,
                  'options': [{'id': 'chicken', 'name': 'Chicken', 'max': %d,
                    'price': {'amount': 80000, 'currency': 'NGN'}, 'modifierGroups': %s}]}]"""
                .formatted(min, max, each, groups)));
    }

    private Optional<ItemView> item(String id) {
        return ItemViews.of(PagesByHand.menu(page), id, LAGOS, FRIDAY_NOON, Locale.ENGLISH);
    }
}
