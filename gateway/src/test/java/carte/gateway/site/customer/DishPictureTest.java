package carte.gateway.site.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DishPictureTest {

    @ParameterizedTest
    @CsvSource({"Jollof rice, Rice, rice", "Poisson braisé, Braisés, fish", "Zobo, Drinks, drink",
            "Café touba, Boissons, cup", "Suya, Grill, grill", "Egusi soup, Soups and pots, bowl",
            "Pâtisserie du jour, , sweet", "Nameless, Drinks, drink", "Nameless, , plate",
            "Price list, , plate"})
    void isChosenByTheWords(String dish, String section, String picture) {
        assertThat(DishPicture.of(dish, Objects.requireNonNullElse(section, "")))
                .isEqualTo(picture);
    }

    @Test
    void isThere() throws IOException {
        try (InputStream in = Objects.requireNonNull(DishPictureTest.class.getResourceAsStream(
                "/carte/gateway/site/assets/dishes.svg"))) {
            String drawings = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String dish : new String[]{"rice", "fish", "tea", "juice", "suya", "soup",
                    "cake", "chicken", "pasta", "salad", "egg", "wrap", "bread", "x"}) {
                assertThat(drawings).contains("id=\"" + DishPicture.of(dish, "") + "\"");
            }
        }
    }
}
