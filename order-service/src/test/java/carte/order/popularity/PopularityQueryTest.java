package carte.order.popularity;

import static carte.order.MamaPut.MAMA_PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

class PopularityQueryTest {

    private static final RestaurantId SUYA_SPOT = new RestaurantId("NG-suya-spot");

    @Test
    void readsIdsInTheirOrder() {
        assertThat(query("ids=NG-suya-spot,NG-mama-put-ikeja,NG-suya-spot")).isEqualTo(
                new PopularityQuery.OfRestaurants(List.of(SUYA_SPOT, MAMA_PUT, SUYA_SPOT)));
    }

    @Test
    void takesAHundredIdsAndNoMore() {
        assertThat(query("ids=" + ids(100))).isEqualTo(
                new PopularityQuery.OfRestaurants(Collections.nCopies(100, MAMA_PUT)));
        assertThatThrownBy(() -> query("ids=" + ids(101))).hasMessageContaining("found 101");
    }

    @Test
    void readsACountry() {
        assertThat(query("country=NG&ids=")).isEqualTo(new PopularityQuery.OfCountry("NG"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ids=", "country=", "ids=NG-suya-spot&country=NG", "country=ng",
            "country=NGA", "country=NG&country=KE", "ids=suya", "ids=NG-suya-spot,",
            "ids=NG-suya-spot, NG-mama-put-ikeja", "ids=NG-a&ids=NG-b"})
    void refusesAllElse(String query) {
        assertThatThrownBy(() -> query(query)).isInstanceOfSatisfying(ProblemException.class,
                refusal -> assertThat(refusal.problem().kind())
                        .isEqualTo(ProblemType.MALFORMED_REQUEST));
    }

    private static String ids(int count) {
        return String.join(",", Collections.nCopies(count, MAMA_PUT.value()));
    }

    private static PopularityQuery query(String query) {
        return PopularityQuery.of(
                UriComponentsBuilder.fromUriString("/?" + query).build().getQueryParams());
    }
}
