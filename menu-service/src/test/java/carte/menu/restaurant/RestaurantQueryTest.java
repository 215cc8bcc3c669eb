package carte.menu.restaurant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class RestaurantQueryTest {

    private final MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

    @Test
    void asksForTwentyOfAllByDefault() {
        assertThat(RestaurantQuery.of(parameters)).isEqualTo(
                new RestaurantQuery(null, null, null, null, false, 20, null));
    }

    @Test
    void takesEveryParameter() {
        Cursor cursor = new Cursor(new RestaurantId("NG-mama-put"));
        parameters.add("country", "NG");
        parameters.add("city", " Lagos ");
        parameters.add("cuisine", "grill");
        parameters.add("q", "suya");
        parameters.add("open_now", "true");
        parameters.add("limit", "100");
        parameters.add("cursor", cursor.text());

        assertThat(RestaurantQuery.of(parameters)).isEqualTo(
                new RestaurantQuery("NG", "Lagos", "grill", "suya", true, 100, cursor));
    }

    @ParameterizedTest
    @CsvSource({"country,ng", "country,NGA", "limit,0", "limit,101", "limit,1e1", "limit,-5",
            "open_now,yes", "cursor,NG-mama-put"})
    void namesWhatItExpected(String name, String value) {
        parameters.add(name, value);

        assertThatThrownBy(() -> RestaurantQuery.of(parameters))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(name + ": expected");
    }

    @Test
    void takesEachParameterOnce() {
        parameters.put("limit", List.of("5", "5"));

        assertThatThrownBy(() -> RestaurantQuery.of(parameters))
                .hasMessage("limit: expected at most once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NG-mama-put", "KE-a", "EG-0-0"})
    void aCursorIsReadAsItWasWritten(String id) {
        Cursor cursor = new Cursor(new RestaurantId(id));

        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "MTo", "MjpORy1tYW1hLXB1dA", "MTpsYWdvcw"})
    void otherTextsAreNoCursors(String text) {
        assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(ProblemException.class);
    }
}
