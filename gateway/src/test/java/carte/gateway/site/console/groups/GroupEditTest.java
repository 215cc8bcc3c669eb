package carte.gateway.site.console.groups;

import static carte.gateway.site.console.MamaPut.menu;
import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.site.console.MamaPut;
import carte.gateway.site.console.Step;
import carte.gateway.site.console.Tree;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class GroupEditTest {

    private static final String WAS = "was=" + Tree.group(menu(), "protein").orElseThrow();

    @Test
    void changesWhatWasChangedAndKeepsWhatIsNotShown() {
        assertThat(edit(menu(), "Protein", "1", "950")).isInstanceOfSatisfying(
                Step.Replace.class, replace -> {
                    ObjectNode group = Tree.group(replace.menu(), "protein").orElseThrow();
                    assertThat(group.path("min").asInt()).isEqualTo(1);
                    assertThat(group.path("options").path(1).path("price").path("amount")
                            .asLong()).isEqualTo(95_000);
                    assertThat(group.path("options").path(1).path("allergens"))
                            .hasToString("[\"fish\"]");
                    assertThat(group.path("options").path(2).path("id").asString())
                            .isEqualTo("turkey");
                });
    }

    @Test
    void clashesWhereAnotherHasChangedTheOptions() {
        ObjectNode menu = menu();
        ((ObjectNode) Tree.group(menu, "protein").orElseThrow().path("options").path(0))
                .put("name", "Chicken wings");

        assertThat(edit(menu, "Protein", "0", "950")).isInstanceOfSatisfying(Step.Clash.class,
                clash -> assertThat(clash.differences().getFirst().field())
                        .isEqualTo("options"));
    }

    @Test
    void aGroupThatIsRemovedIsNoLongerReferredTo() {
        assertThat(GroupsPage.removal("protein").on(menu())).isInstanceOfSatisfying(
                Step.Replace.class, replace -> {
                    assertThat(Tree.groups(replace.menu())).isEmpty();
                    assertThat(Tree.item(replace.menu(), "jollof").orElseThrow()
                            .path("modifierGroups")).isEmpty();
                });
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThat(edit(menu(), " ", "0", "900"))
                .isEqualTo(new Step.Refuse("console.refused.name"));
        assertThat(edit(menu(), "Protein", "few", "900"))
                .isEqualTo(new Step.Refuse("console.refused.number"));
        assertThat(edit(menu(), "Protein", "0", "much"))
                .isEqualTo(new Step.Refuse("console.refused.price"));
    }

    private static Step edit(ObjectNode menu, String name, String min, String fish) {
        return new GroupEdit("protein", MamaPut.form(WAS, "name=" + name, "min=" + min, "max=2",
                "free=0", "option-id=chicken", "option-name=Chicken", "option-price=800",
                "option-max=2", "option-id=fish", "option-name=Fish", "option-price=" + fish,
                "option-max=1", "option-id=", "option-name=Turkey", "option-price=1,000",
                "option-max=1", "option-id=", "option-name=", "option-price=",
                "option-max=1")).on(menu);
    }
}
