package carte.gateway.site.console.editor;

import static carte.gateway.site.console.MamaPut.form;
import static carte.gateway.site.console.MamaPut.menu;
import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.site.console.Step;
import carte.gateway.site.console.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class OrderEditTest {

    @Test
    void movesAnItemUpAndDown() {
        List<String> saw = List.of("a", "b", "c");

        assertThat(OrderEdit.move("s", saw, "c", -1).orElseThrow().want())
                .containsExactly("a", "c", "b");
        assertThat(OrderEdit.move("s", saw, "a", 1).orElseThrow().want())
                .containsExactly("b", "a", "c");
        assertThat(OrderEdit.move("s", saw, "a", -1)).isEmpty();
        assertThat(OrderEdit.move("s", saw, "z", 1)).isEmpty();
    }

    @Test
    void sendsTheWholeMenuInTheNewOrder() {
        Step step = new OrderEdit("rice", List.of("jollof", "ofada"), List.of("ofada", "jollof"))
                .on(menu());

        assertThat(step).isInstanceOfSatisfying(Step.Replace.class, replace -> {
            ObjectNode rice = Tree.section(replace.menu(), "rice").orElseThrow();
            assertThat(Tree.itemsOf(rice)).extracting(Tree::id)
                    .containsExactly("ofada", "jollof");
            assertThat(Tree.items(replace.menu())).hasSize(3);
        });
    }

    @Test
    void sectionsChangePlacesToo() {
        Step step = new OrderEdit("", List.of("rice", "soups"), List.of("soups", "rice"))
                .on(menu());

        assertThat(step).isInstanceOfSatisfying(Step.Replace.class,
                replace -> assertThat(Tree.sections(replace.menu())).extracting(Tree::id)
                        .containsExactly("soups", "rice"));
    }

    @Test
    void clashesWhereAnotherHasTakenSomethingAway() {
        OrderEdit edit = new OrderEdit("rice", List.of("jollof", "ofada", "amala"),
                List.of("amala", "ofada", "jollof"));

        assertThat(edit.on(menu())).isInstanceOfSatisfying(Step.Clash.class, clash -> {
            assertThat(clash.differences().getFirst().theirs())
                    .hasToString("[\"Jollof rice\",\"Ofada rice\"]");
            assertThat(clash.differences().getFirst().mine())
                    .hasToString("[\"Ofada rice\",\"Jollof rice\"]");
        });
    }

    @Test
    void whatAnotherHasAddedKeepsItsPlace() {
        OrderEdit edit = new OrderEdit("s", List.of("a", "b"), List.of("b", "a"));

        assertThat(edit.onTopOf(List.of("new", "a", "b"))).containsExactly("new", "b", "a");
    }

    @Test
    void refusesAnOrderOfOtherThings() {
        assertThat(new OrderEdit("rice", List.of("jollof", "ofada"), List.of("jollof", "jollof"))
                .on(menu())).isEqualTo(new Step.Refuse("console.refused.order"));
    }

    @Test
    void readsWhatAButtonOrADragSends() {
        assertThat(OrderWrites.wanted("rice", form("saw=jollof,ofada", "want=", "move=up:ofada"))
                .want()).containsExactly("ofada", "jollof");
        assertThat(OrderWrites.wanted("rice", form("saw=jollof,ofada", "want=ofada,jollof"))
                .want()).containsExactly("ofada", "jollof");
        OrderEdit first = OrderWrites.wanted("rice", form("saw=jollof,ofada", "move=up:jollof"));
        assertThat(first.on(menu())).isEqualTo(new Step.Nothing());
    }
}
