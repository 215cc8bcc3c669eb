package carte.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import carte.kit.problem.Fault;
import carte.kit.problem.Problem;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    record Dish(String name, long price, List<String> tags) {}

    @Test
    void readsWhatIsRight() {
        Dish dish = JsonBody.read(
                utf8("{\"name\":\"Jollof\",\"price\":2500,\"tags\":[\"rice\",\"hot\"]}"),
                JsonBodyTest::dish);

        assertThat(dish).isEqualTo(new Dish("Jollof", 2500, List.of("rice", "hot")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"name\":}", "{} {}", "{\"name\":1,\"name\":2}", "nope",
            "{\"price\":01}", "\u0000", "{\"name\":\"\\ud83c\"}", "{\"\\uDF5A\":1}"})
    void refusesWhatCannotBeRead(String body) {
        Problem problem = problemOf(body, JsonBodyTest::dish);

        assertThat(problem.kind()).isEqualTo(ProblemType.MALFORMED_REQUEST);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).isEmpty();
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] body = {'{', '"', 'n', '"', ':', '"', (byte) 0xff, '"', '}'};

        ProblemException thrown = catchThrowableOfType(
                ProblemException.class, () -> JsonBody.read(body, JsonBodyTest::dish));

        assertThat(thrown.problem().kind()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    }

    @Test
    void refusesHalfACharacterInBytes() {
        byte[] body = {'{', '"', 'n', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0xBC, '"',
                '}'};

        ProblemException thrown = catchThrowableOfType(
                ProblemException.class, () -> JsonBody.read(body, JsonBodyTest::dish));

        assertThat(thrown.problem().kind()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "\"text\"", "null"})
    void expectsAnObject(String body) {
        assertThat(problemOf(body, JsonBodyTest::dish).errors())
                .containsExactly(new Fault("", "expected an object"));
    }

    @Test
    void tellsEveryFaultAtOnceWithItsPlace() {
        Problem problem = problemOf(
                "{\"price\":\"cheap\",\"tags\":[\"ok\",7],\"colour\":\"red\"}",
                JsonBodyTest::dish);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(Fault::pointer)
                .containsExactly("/name", "/price", "/tags/1", "/colour");
        assertThat(problem.detail()).startsWith("4 faults");
    }

    @Test
    void tellsOnlyTheFirstOfVeryManyFaults() {
        String tags = "7,".repeat(99_999) + "7";

        Problem problem = problemOf("{\"tags\":[" + tags + "]}",
                o -> o.texts("tags", 1_000_000, 9));

        assertThat(problem.errors()).hasSize(100);
        assertThat(problem.detail()).startsWith("100000 faults were found, here are the first 100");
    }

    @Test
    void escapesPointers() {
        Problem problem = problemOf("{\"a/b~c\":1}", object -> 1);

        assertThat(problem.errors()).extracting(Fault::pointer).containsExactly("/a~1b~0c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"7\"", "true", "99999999999999999999", "-1", "1001"})
    void takesOnlyWholeNumbersWithinBounds(String number) {
        Problem problem = problemOf("{\"n\":" + number + "}", o -> o.integer("n", 0, 1000));

        assertThat(problem.errors()).extracting(Fault::pointer).containsExactly("/n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"24:00\"", "\"9:30\"", "\"09:60\"", "930", "\"09:30:00\""})
    void takesOnlyTimesOfDay(String time) {
        assertThat(problemOf("{\"at\":" + time + "}", o -> o.time("at")).errors()).hasSize(1);
    }

    @Test
    void readsTimesNumbersAndConstants() {
        LocalTime time = read("{\"at\":\"23:59\"}", o -> o.time("at"));
        double latitude = read("{\"lat\":-1.5}", o -> o.number("lat", -90, 90));
        List<DayOfWeek> days = read("{\"d\":[\"MONDAY\"]}", o -> o.constants("d", DayOfWeek.class));
        Map<String, String> map = read("{\"d\":{\"x\":{}}}", o -> o.map("d", 3, (name, _) -> name));

        assertThat(time).isEqualTo(LocalTime.of(23, 59));
        assertThat(latitude).isEqualTo(-1.5);
        assertThat(days).containsExactly(DayOfWeek.MONDAY);
        assertThat(map).containsOnlyKeys("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yesterday\"", "\"2026-11-23\"", "17", "\"2026-02-30T00:00:00Z\"",
            "\"+99999-12-31T00:00:00Z\"", "\"2026-11-23T17:10:11\""})
    void takesOnlyTimesWithAnOffset(String time) {
        assertThat(problemOf("{\"t\":" + time + "}", o -> String.valueOf(o.optionalInstant("t")))
                .errors()).extracting(Fault::pointer).containsExactly("/t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"  \"", "null", "\"12345678901\"", "\"a\\u0007b\""})
    void boundsTexts(String text) {
        assertThat(problemOf("{\"t\":" + text + "}", o -> o.text("t", 10)).errors()).hasSize(1);
    }

    @Test
    void sayingWhatWasExpectedNamesTheAlternatives() {
        Problem problem = problemOf("{\"id\":\"Ä\"}",
                o -> o.matching("id", Pattern.compile("[a-z]+"), "lower-case letters", "x"));

        assertThat(problem.errors().getFirst().detail())
                .isEqualTo("expected lower-case letters but found \"Ä\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"dishes\":[]}", "{\"dishes\":null}"})
    void expectsAtLeastOneWhereSomeAreNeeded(String body) {
        assertThat(problemOf(body, o -> o.someObjects("dishes", 3, JsonBodyTest::dish)).errors())
                .containsExactly(new Fault("/dishes", "expected a list of 1 to 3 elements"));
    }

    private static Dish dish(JsonObject object) {
        return new Dish(
                object.text("name", 20), object.integer("price", 0, 10_000),
                object.texts("tags", 5, 9));
    }

    private static <T> T read(String body, Function<JsonObject, T> reader) {
        return JsonBody.read(utf8(body), reader);
    }

    private static <T> Problem problemOf(String body, Function<JsonObject, T> reader) {
        return catchThrowableOfType(ProblemException.class, () -> read(body, reader)).problem();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
