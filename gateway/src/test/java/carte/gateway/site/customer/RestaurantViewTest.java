package carte.gateway.site.customer;

import static carte.gateway.site.customer.PagesByHand.FRIDAY_NOON;
import static carte.gateway.site.customer.PagesByHand.LAGOS;
import static carte.gateway.site.customer.PagesByHand.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class RestaurantViewTest {

    private final ObjectNode restaurant = (ObjectNode) PagesByHand.mamaPut().path("restaurant");

    @Test
    void saysWhatARestaurantIs() {
        RestaurantView view = view(Locale.FRENCH);
        assertThat(view.name()).isEqualTo("Mama Put Ikeja");
        assertThat(view.rating()).isEqualTo("4,7");
        assertThat(view.zone()).isEqualTo(LAGOS);
        assertThat(view.open()).isTrue();
        assertThat(view.opensAt()).isNull();
        assertThat(view.hours()).isEqualTo("lun.–sam. 10:00–23:00");
    }

    @Test
    void saysWhenAClosedOneOpens() {
        restaurant.put("open", false).put("pausedUntil", "2026-11-27T12:30:00Z");
        assertThat(view(Locale.ENGLISH).opensAt()).isEqualTo("13:30");
    }

    @Test
    void isShownWithoutWhatIsNotTold() {
        restaurant.set("rating", json("null"));
        restaurant.remove("timeZone");
        RestaurantView view = view(Locale.ENGLISH);
        assertThat(view.rating()).isNull();
        assertThat(view.hours()).isEmpty();
    }

    private RestaurantView view(Locale locale) {
        return RestaurantView.of(restaurant, FRIDAY_NOON, locale);
    }
}
