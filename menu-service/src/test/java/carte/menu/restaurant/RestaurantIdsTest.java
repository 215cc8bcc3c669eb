package carte.menu.restaurant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class RestaurantIdsTest {

    private final MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

    @Test
    void areNoneWhereNobodyAsksForAny() {
        parameters.add("country", "NG");
        assertThat(RestaurantIds.of(parameters)).isEmpty();

        parameters.add("ids", "");
        assertThat(RestaurantIds.of(parameters)).isEmpty();
    }

    @Test
    void keepTheirOrderAndAreThereOnce() {
        parameters.add("ids", "NG-b,KE-c,NG-a,KE-c");

        assertThat(RestaurantIds.of(parameters)).containsExactly(new RestaurantId("NG-b"),
                new RestaurantId("KE-c"), new RestaurantId("NG-a"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void mayBeAHundred(int count) {
        parameters.add("ids", ids(count));

        assertThat(RestaurantIds.of(parameters)).hasSize(count);
    }

    @Test
    void mayNotBeMore() {
        parameters.add("ids", ids(101));

        assertRefused("ids: expected at most 100 but found 101");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "NG-a,", "NG-a, NG-b", "lagos", "ng-a", "NG-a;NG-b", "*"})
    void areReadOrRefused(String ids) {
        parameters.add("ids", ids);

        assertRefused("ids: expected ids such as NG-mama-put-ikeja with commas between them");
    }

    @ParameterizedTest
    @CsvSource({"country,NG", "city,Lagos", "cuisine,grill", "q,mama", "open_now,true", "limit,5",
            "cursor,abc"})
    void gatherNoOtherConditions(String name, String value) {
        parameters.add("ids", "NG-a");
        parameters.add(name, value);

        assertRefused("ids: expected without " + name);
    }

    @Test
    void standInOneParameter() {
        parameters.put("ids", List.of("NG-a", "NG-b"));

        assertRefused("ids: expected at most once");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> RestaurantIds.of(parameters))
                .isInstanceOf(ProblemException.class)
                .hasMessage(message);
    }

    private static String ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "NG-" + i)
                .collect(Collectors.joining(","));
    }
}
