package carte.gateway.site.console.editor;

import static carte.gateway.site.console.MamaPut.form;
import static carte.gateway.site.console.MamaPut.menu;
import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.site.console.Step;
import carte.gateway.site.console.Tree;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ItemFormTest {

    @Test
    void sendsOnlyWhatWasChanged() {
        Step step = step("was-name=Jollof rice", "name=Jollof rice", "was-price=2500",
                "price=2,600.00");

        assertThat(step).isInstanceOfSatisfying(Step.PatchItem.class, patch -> {
            assertThat(patch.itemId()).isEqualTo("jollof");
            assertThat(patch.fields()).hasToString(
                    "{\"price\":{\"amount\":260000,\"currency\":\"NGN\"}}");
        });
    }

    @Test
    void keepsWhatAnotherHasDoneToAnotherField() {
        Step step = step("was-name=Jollof", "name=Jollof", "was-price=2500", "price=2600");

        assertThat(step).isInstanceOfSatisfying(Step.PatchItem.class,
                patch -> assertThat(patch.fields().propertyNames()).containsExactly("price"));
    }

    @Test
    void clashesWhereAnotherHasChangedTheSame() {
        Step step = step("was-price=2400", "price=2600");

        assertThat(step).isInstanceOfSatisfying(Step.Clash.class, clash -> {
            assertThat(clash.differences()).hasSize(1);
            assertThat(clash.differences().getFirst().theirs().path("amount").asInt())
                    .isEqualTo(250_000);
            assertThat(clash.differences().getFirst().mine().path("amount").asInt())
                    .isEqualTo(260_000);
        });
    }

    @Test
    void doesNothingWhereBothWantTheSame() {
        assertThat(step("was-price=2400", "price=2500")).isEqualTo(new Step.Nothing());
        assertThat(step("was-price=2500", "price=2500")).isEqualTo(new Step.Nothing());
    }

    @Test
    void blanksAndEndsOfLinesAreNobodysChange() {
        ObjectNode menu = menu();
        Tree.item(menu, "jollof").orElseThrow().put("name", "Jollof rice ")
                .put("description", "Smoky\nand hot\n");
        Step step = new ItemForm("jollof", form("was-name=Jollof rice ", "name=Party jollof",
                "was-description=Smoky\r\nand hot\r\n", "description=Smoky\r\nand mild"))
                .on(menu);

        assertThat(step).isInstanceOfSatisfying(Step.PatchItem.class,
                patch -> assertThat(patch.fields()).hasToString("{\"name\":\"Party jollof\","
                        + "\"description\":\"Smoky\\nand mild\"}"));
    }

    @Test
    void pricesOfBothWaysToGetItAreChangedTogether() {
        Step step = step("was-delivery=2700", "delivery=2800", "was-pickup=", "pickup=2400");

        assertThat(step).isInstanceOfSatisfying(Step.PatchItem.class,
                patch -> assertThat(patch.fields()).hasToString("{\"prices\":{"
                        + "\"DELIVERY\":{\"amount\":280000,\"currency\":\"NGN\"},"
                        + "\"PICKUP\":{\"amount\":240000,\"currency\":\"NGN\"}}}"));
    }

    @Test
    void boxesThatAreNotTickedAreTakenAway() {
        Step step = step("was-allergens=peanuts", "was-diets=vegan", "diets=vegan",
                "diets=halal");

        assertThat(step).isInstanceOfSatisfying(Step.PatchItem.class,
                patch -> assertThat(patch.fields()).hasToString(
                        "{\"allergens\":[],\"diets\":[\"vegan\",\"halal\"]}"));
    }

    @Test
    void anEmptyDeliveryPriceIsTakenAway() {
        Step step = step("was-delivery=2700", "delivery=");

        assertThat(step).isInstanceOfSatisfying(Step.PatchItem.class,
                patch -> assertThat(patch.fields()).hasToString("{\"prices\":{}}"));
    }

    @Test
    void refusesWhatIsNoNameAndNoPrice() {
        assertThat(step("was-name=Jollof rice", "name= "))
                .isEqualTo(new Step.Refuse("console.refused.name"));
        assertThat(step("was-price=2500", "price=cheap"))
                .isEqualTo(new Step.Refuse("console.refused.price"));
    }

    @Test
    void saysThatAnItemIsGone() {
        assertThat(new ItemForm("amala", form("was-name=A", "name=B")).on(menu()))
                .isEqualTo(new Step.Gone());
    }

    private static Step step(String... fields) {
        return new ItemForm("jollof", form(fields)).on(menu());
    }
}
