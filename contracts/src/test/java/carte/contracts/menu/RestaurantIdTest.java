package carte.contracts.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestaurantIdTest {

    @Test
    void beginsWithItsCountry() {
        assertThat(new RestaurantId("NG-mama-put-ikeja").country()).isEqualTo("NG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NG-a", "KE-7", "CI-maquis-du-port-2"})
    void acceptsIds(String value) {
        assertThat(RestaurantId.parse(value)).contains(new RestaurantId(value));
    }

    @Test
    void acceptsSixtyCharactersAndNoMore() {
        assertThat(RestaurantId.parse("NG-" + "a".repeat(60))).isPresent();
        assertThat(RestaurantId.parse("NG-" + "a".repeat(61))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NG", "NG-", "ng-mama", "NGA-mama", "NG-Mama", "NG-mama put",
            "NG-mama\n", " NG-mama", "NG-mamá", "NG-{1}", "NG-../etc"})
    void refusesWhatIsNone(String value) {
        assertThat(RestaurantId.parse(value)).isEmpty();
        assertThatThrownBy(() -> new RestaurantId(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NG-mama-put-ikeja");
    }
}
