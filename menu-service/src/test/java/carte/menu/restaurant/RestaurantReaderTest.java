package carte.menu.restaurant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import carte.menu.shard.ShardMap;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestaurantReaderTest {

    private static final ShardMap SHARDS = new ShardMap(Map.of("west", List.of("NG", "GH")));

    private static final Map<String, String> MAMA_PUT = Map.of(
            "id", "\"NG-mama-put\"",
            "name", "\"Mama Put\"",
            "country", "\"NG\"",
            "city", "\"Lagos\"",
            "currency", "\"NGN\"",
            "timeZone", "\"Africa/Lagos\"");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "id|\"mama-put\"|/id", "id|\"ng-mama-put\"|/id", "id|\"NG-\"|/id", "id|5|/id",
            "name|\"  \"|/name", "city|null|/city",
            "country|\"Nigeria\"|/country", "country|\"XX\"|/country", "country|\"GH\"|/country",
            "currency|\"naira\"|/currency", "currency|\"XYZ\"|/currency",
            "timeZone|\"Lagos\"|/timeZone", "timeZone|\"+01:00\"|/timeZone",
            "cuisines|[\"Nigerian\"]|/cuisines/0", "cuisines|[\"a\", \"a\"]|/cuisines/1",
            "location|{\"lat\": 90.1, \"lon\": 0}|/location/lat",
            "location|{\"lat\": 0, \"lon\": -180.1}|/location/lon",
            "location|{\"lat\": 0}|/location/lon", "location|[6.6, 3.3]|/location",
            "openingHours|[{\"days\": [\"MON\"], \"from\": \"10:00\"}]|/openingHours/0/to",
            "specialDays|[{\"date\": \"2026-02-30\", \"closed\": true}]|/specialDays/0/date",
            "specialDays|[{\"date\": \"Christmas\", \"closed\": true}]|/specialDays/0/date",
            "specialDays|[{\"date\": \"2026-12-25\"}]|/specialDays/0/closed",
            "specialDays|[{\"date\": \"2026-12-25\", \"hours\": [{\"from\": \"9\","
                    + " \"to\": \"12:00\"}]}]|/specialDays/0/hours/0/from",
            "specialDays|[{\"date\": \"2026-12-25\", \"closed\": true, \"hours\":"
                    + " [{\"from\": \"09:00\", \"to\": \"12:00\"}]}]|/specialDays/0/hours",
            "specialDays|[{\"date\": \"2026-12-25\", \"hours\":"
                    + " [{\"from\": \"18:00\", \"to\": \"02:00\"},"
                    + " {\"from\": \"23:00\", \"to\": \"23:30\"}]}]|/specialDays/0/hours/1",
            "pausedUntil|null|/pausedUntil", "menuVersion|1|/menuVersion"})
    void refuses(String field, String value, String pointer) {
        assertThat(pointers(with(field, value))).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "cuisines|[\"nigerian\", \"street-food\"]", "cuisines|null", "location|null",
            "location|{\"lat\": -90, \"lon\": 180}",
            "openingHours|[{\"days\": [\"MON\"], \"from\": \"18:00\", \"to\": \"02:00\"}]",
            "specialDays|[{\"date\": \"2028-02-29\", \"closed\": true}]",
            "specialDays|[{\"date\": \"2026-12-25\", \"hours\":"
                    + " [{\"from\": \"18:00\", \"to\": \"02:00\"}]}]"})
    void takes(String field, String value) {
        assertThat(pointers(with(field, value))).isEmpty();
    }

    @Test
    void theCountryMustHaveAShard() {
        Map<String, String> fields = new LinkedHashMap<>(MAMA_PUT);
        fields.put("id", "\"FR-chez-nous\"");
        fields.put("country", "\"FR\"");

        assertThat(pointers(fields)).containsExactly("/country");
    }

    @Test
    void eachRequiredFieldIsMissed() {
        assertThat(pointers(Map.of())).containsExactlyInAnyOrder(
                "/id", "/name", "/country", "/city", "/currency", "/timeZone");
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> fields = new LinkedHashMap<>(MAMA_PUT);
        fields.put(field, value);
        return fields;
    }

    private static List<String> pointers(Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
        ProblemException thrown = catchThrowableOfType(ProblemException.class,
                () -> RestaurantReader.read(body.getBytes(StandardCharsets.UTF_8), SHARDS));
        return thrown == null
                ? List.of()
                : thrown.problem().errors().stream().map(Fault::pointer).toList();
    }
}
