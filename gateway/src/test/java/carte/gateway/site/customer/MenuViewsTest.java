package carte.gateway.site.customer;

import static carte.gateway.site.customer.PagesByHand.FRIDAY_NOON;
import static carte.gateway.site.customer.PagesByHand.LAGOS;
import static carte.gateway.site.customer.PagesByHand.jollof;
import static carte.gateway.site.customer.PagesByHand.json;
import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.site.customer.MenuView.DishView;
import carte.gateway.site.customer.MenuView.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class MenuViewsTest {

    private final ObjectNode page = PagesByHand.mamaPut();

    @Test
    void saysWhatADishIs() {
        DishView dish = dish(FRIDAY_NOON);
        assertThat(dish.name()).isEqualTo("Jollof rice");
        assertThat(dish.price()).isEqualTo(new MenuView.Price("₦2,700", "₦2,500"));
        assertThat(dish.price().differs()).isTrue();
        assertThat(dish.state()).isEqualTo(State.SERVED);
        assertThat(dish.hours()).isEqualTo("Mon–Fri 11:00–15:00");
        assertThat(dish.allergens()).containsExactly("peanuts");
        assertThat(dish.choices()).isTrue();
    }

    @Test
    void aDishOutsideOfItsHoursIsForLater() {
        assertThat(dish(FRIDAY_NOON.plus(Duration.ofHours(5))).state()).isEqualTo(State.LATER);
    }

    @Test
    void theNearestHoursHold() {
        jollof(page).set("hours", json("[]"));
        ((ObjectNode) page.at("/menu/sections/0")).set("hours",
                json("[{'days': ['SAT'], 'from': '08:00', 'to': '10:00'}]"));
        assertThat(dish(FRIDAY_NOON).state()).isEqualTo(State.LATER);
        assertThat(view(FRIDAY_NOON).sections().getFirst().hours()).isEqualTo("Sat 08:00–10:00");
    }

    @Test
    void whatIsSoldOutStaysVisibleAndSaysWhenItReturns() {
        availability("SOLD_OUT", "'2026-11-27T17:00:00Z'");
        assertThat(dish(FRIDAY_NOON).state()).isEqualTo(State.SOLD_OUT);
        assertThat(dish(FRIDAY_NOON).back()).isEqualTo("18:00");
    }

    @Test
    void whatHasReturnedIsServedAgainByItself() {
        availability("SOLD_OUT", "'2026-11-27T10:59:59Z'");
        assertThat(dish(FRIDAY_NOON).state()).isEqualTo(State.SERVED);
        assertThat(dish(FRIDAY_NOON).back()).isNull();
    }

    @Test
    void nobodyPromisesWhenWhatHasNoTimeReturns() {
        availability("SOLD_OUT", "null");
        assertThat(dish(FRIDAY_NOON).back()).isNull();
    }

    @Test
    void whatIsHiddenIsNotThereNorASectionWithNothingElse() {
        availability("HIDDEN", "null");
        assertThat(view(FRIDAY_NOON).sections()).isEmpty();
    }

    @Test
    void sectionsWithinSectionsAreShown() {
        ObjectNode rice = (ObjectNode) page.at("/menu/sections/0");
        ObjectNode inner = rice.deepCopy();
        inner.put("id", "fried").put("name", "Fried rice");
        ((ArrayNode) rice.path("sections")).add(inner);
        rice.set("items", json("[]"));
        assertThat(view(FRIDAY_NOON).sections().getFirst().sections().getFirst().name())
                .isEqualTo("Fried rice");
    }

    private void availability(String status, String until) {
        jollof(page).set("availability",
                json("{'status': '" + status + "', 'until': " + until + "}"));
    }

    private DishView dish(Instant now) {
        return view(now).sections().getFirst().dishes().getFirst();
    }

    private MenuView view(Instant now) {
        return MenuViews.of(PagesByHand.menu(page), LAGOS, now, Locale.ENGLISH);
    }
}
