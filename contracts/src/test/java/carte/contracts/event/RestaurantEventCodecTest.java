package carte.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.fixture.Golden;
import carte.contracts.fixture.Menus;
import carte.contracts.fixture.Records;
import carte.contracts.menu.ServiceHours;
import carte.contracts.menu.ServiceHours.Day;
import carte.contracts.restaurant.DayHours;
import carte.contracts.restaurant.OpeningHours;
import carte.contracts.restaurant.SpecialDay;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the format of a restaurant's change against what was released, and what is not one. */
class RestaurantEventCodecTest {

    private static final RestaurantChanged CHANGE = new RestaurantChanged(
            Menus.MAMA_PUT, 3, "west", Menus.PUBLISHED, new OpeningHours(
                    ZoneId.of("Africa/Lagos"),
                    List.of(new ServiceHours(List.of(Day.FRI, Day.SAT), LocalTime.of(20, 0),
                            LocalTime.of(3, 0))),
                    List.of(new SpecialDay(LocalDate.of(2026, 12, 25), true, List.of()),
                            new SpecialDay(LocalDate.of(2026, 12, 31), false, List.of(
                                    new DayHours(LocalTime.of(18, 0), LocalTime.of(2, 30))))),
                    Instant.parse("2026-03-01T12:30:00Z")));

    private static final String KEY = "NG-mama-put-ikeja";
    private static final Map<String, String> HEADERS = Golden
            .headers("restaurant-changed-v1.headers");
    private static final String BODY = Golden.text("restaurant-changed-v1.json");

    @Test
    void writesTheGoldenRecord() {
        EncodedEvent encoded = RestaurantEventCodec.encode(CHANGE);
        assertThat(new String(encoded.body(), StandardCharsets.UTF_8)).isEqualTo(BODY);
        assertThat(encoded.headers()).containsExactlyEntriesOf(HEADERS);
        assertThat(encoded.topic()).isEqualTo("restaurant-events");
        assertThat(encoded.key()).isEqualTo(KEY);
        assertThat(encoded.partition()).isEqualTo(MenuTopic.partitionOf(Menus.MAMA_PUT));
    }

    @Test
    void readsTheGoldenRecord() {
        assertThat(decode(BODY)).contains(CHANGE);
    }

    @Test
    void readsFieldsThatItDoesNotKnow() {
        assertThat(decode(BODY.replaceFirst("\\{", "{\"owner\":{\"id\":[1]},"))).contains(CHANGE);
        assertThat(decode(BODY.replace("\"closed\"", "\"note\":\"x\",\"closed\"")))
                .contains(CHANGE);
    }

    @Test
    void readsARestaurantThatIsOpenAroundTheClock() {
        OpeningHours always = new OpeningHours(
                ZoneId.of("Africa/Lagos"), List.of(), List.of(), null);
        RestaurantChanged change = new RestaurantChanged(
                Menus.MAMA_PUT, 3, "west", Menus.PUBLISHED, always);

        EncodedEvent encoded = RestaurantEventCodec.encode(change);

        assertThat(RestaurantEventCodec.decode(Records.received(encoded))).contains(change);
    }

    @Test
    void passesByTypesThatItDoesNotKnow() {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put(CloudEventHeaders.TYPE, "carte.restaurant.changed.v2");
        assertThat(RestaurantEventCodec.decode(Records.received(KEY, null, headers))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"revision\":3          | \"revision\":\"3\"",
            "\"revision\":3          | \"revision\":0",
            "\"revision\":3          | \"revision\":-1",
            "\"revision\"            | \"edition\"",
            "\"changedAt\"           | \"printedAt\"",
            "\"timeZone\"            | \"zone\"",
            "\"openingHours\"        | \"hours\"",
            "\"specialDays\"         | \"feasts\"",
            "Africa/Lagos            | Africa/Atlantis",
            "Africa/Lagos            | Mama Put",
            "\"FRI\"                 | \"Friday\"",
            "\"FRI\"                 | null",
            "\"20:00\"               | \"25:00\"",
            "\"20:00\"               | null",
            "\"from\":\"20:00\",     | ",
            "\"date\":\"2026-12-25\",| ",
            "2026-12-25              | 2026-02-30",
            "\"to\":\"02:30\"        | \"at\":\"02:30\"",
            "\"hours\":[{            | \"hours\":[null,{",
            "\"openingHours\":[      | \"openingHours\":[null,",
            "\"specialDays\":[       | \"specialDays\":[null,",
            "\"specialDays\":[       | \"specialDays\":[7,",
            "2026-03-01T12:30:00Z    | tomorrow",
            "NG-mama-put-ikeja       | mama put",
            "NG-mama-put-ikeja       | NG-papa-put",
            "\"openingHours\":[{     | \"openingHours\":{\"x\":[{"})
    void bodyThatIsWrongIsRefused(String right, @Nullable String wrong) {
        assertThat(BODY).contains(right);
        assertMalformed(BODY.replace(right, wrong == null ? "" : wrong)
                .getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{}", "restaurant!"})
    void bodyThatIsNoneIsRefused(String body) {
        assertMalformed(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] whole = BODY.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            assertMalformed(Arrays.copyOf(whole, length));
        }
    }

    private static void assertMalformed(byte[] body) {
        assertThatThrownBy(
                () -> RestaurantEventCodec.decode(Records.received(KEY, body, HEADERS)))
                .isExactlyInstanceOf(MalformedEvent.class);
    }

    private static Optional<RestaurantChanged> decode(String body) {
        return RestaurantEventCodec.decode(Records.received(
                KEY, body.getBytes(StandardCharsets.UTF_8), HEADERS));
    }
}
