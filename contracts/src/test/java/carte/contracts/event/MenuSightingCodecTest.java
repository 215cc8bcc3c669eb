package carte.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.fixture.Golden;
import carte.contracts.fixture.Menus;
import carte.contracts.fixture.Records;
import carte.contracts.menu.MenuVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the sighting's format against what was released, and against what is not one. */
class MenuSightingCodecTest {

    private static final MenuSighted SIGHTING = new MenuSighted(
            Menus.MAMA_PUT,
            new MenuVersion(7),
            "west",
            Menus.PUBLISHED,
            MenuSighted.Stage.GATEWAY_SEEN,
            "gateway-2",
            Menus.PUBLISHED.plusNanos(6_544_000));

    private static final String KEY = "NG-mama-put-ikeja";
    private static final Map<String, String> HEADERS = Golden.headers("menu-sighted-v1.headers");
    private static final String BODY = Golden.text("menu-sighted-v1.json");

    @Test
    void writesTheGoldenRecord() {
        EncodedEvent encoded = MenuSightingCodec.encode(SIGHTING);
        assertThat(new String(encoded.body(), StandardCharsets.UTF_8)).isEqualTo(BODY);
        assertThat(encoded.headers()).containsExactlyEntriesOf(HEADERS);
        assertThat(encoded.topic()).isEqualTo("menu-sightings");
        assertThat(encoded.key()).isEqualTo(KEY);
        assertThat(encoded.partition()).isLessThan(SightingTopic.PARTITIONS);
    }

    @Test
    void readsTheGoldenRecord() {
        assertThat(decode(BODY)).contains(SIGHTING);
    }

    @Test
    void readsFieldsThatItDoesNotKnow() {
        assertThat(decode(BODY.replace("{", "{\"zone\":{\"id\":[1]},"))).contains(SIGHTING);
    }

    @Test
    void passesByTypesAndStagesThatItDoesNotKnow() {
        assertThat(decode(BODY.replace("GATEWAY_SEEN", "PAGE_SHOWN"))).isEmpty();
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put(CloudEventHeaders.TYPE, "carte.menu.sighted.v2");
        assertThat(MenuSightingCodec.decode(Records.received(KEY, null, headers))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"version\":7                  | \"version\":\"7\"",
            "\"version\":7                  | \"version\":0",
            "\"version\"                    | \"edition\"",
            "\"at\":                        | \"on\":",
            "\"2026-03-01T11:00:00.130Z\"   | \"yesterday\"",
            "\"2026-03-01T11:00:00.130Z\"   | \"+999999999-01-01T00:00:00Z\"",
            "\"2026-03-01T11:00:00.130Z\"   | 7",
            "NG-mama-put-ikeja              | mama put",
            "NG-mama-put-ikeja              | NG-papa-put",
            "\"GATEWAY_SEEN\"               | null",
            "\"west\"                       | []",
            "\"gateway-2\"                  | \"\"",
            "\"gateway-2\"                  | \"gate way\"",
            "}                              | ,\"version\":7}",
            "}                              | }{}"})
    void wrongBodyIsRefused(String right, String wrong) {
        assertThat(BODY).contains(right);
        assertThatThrownBy(() -> decode(BODY.replace(right, wrong)))
                .isExactlyInstanceOf(MalformedEvent.class)
                .message().isNotBlank().hasSizeLessThan(1_000);
    }

    @Test
    void nothingButMalformedEventEscapesFromDamagedBytes() {
        SplittableRandom random = new SplittableRandom(7);
        byte[] whole = BODY.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] body = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            refused += isRefused(body) ? 1 : 0;
        }
        assertThat(refused).isPositive();
        assertThat(isRefused(null)).isTrue();
    }

    @Test
    void keyOfAnotherRestaurantIsRefused() {
        assertThatThrownBy(() -> MenuSightingCodec.decode(Records.received(
                "NG-papa-put", BODY.getBytes(StandardCharsets.UTF_8), HEADERS)))
                .isExactlyInstanceOf(MalformedEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway-1", "menu-service@pod-7d9f:8081", "a"})
    void namesOfInstancesAreTaken(String name) {
        assertThat(MenuSighted.isInstance(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "gateway 1", "-gateway", "gate\nway", "gäteway"})
    void whatIsNoNameOfAnInstanceIsNot(String name) {
        assertThat(MenuSighted.isInstance(name)).isFalse();
    }

    private static boolean isRefused(byte @Nullable [] body) {
        try {
            MenuSightingCodec.decode(Records.received(KEY, body, HEADERS));
            return false;
        } catch (MalformedEvent expected) {
            return true;
        }
    }

    private static Optional<MenuSighted> decode(String body) {
        return MenuSightingCodec.decode(
                Records.received(KEY, body.getBytes(StandardCharsets.UTF_8), HEADERS));
    }
}
