package carte.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import carte.contracts.fixture.Golden;
import carte.contracts.fixture.Records;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRecordsTest {

    private static final String KEY = "NG-mama-put-ikeja";
    private static final String BODY = Golden.text("menu-changed-v1-without-menu.json");
    private static final String WHOLE = Golden.text("menu-changed-v1.json");
    private static final Map<String, String> HEADERS = Golden.headers("menu-changed-v1.headers");

    static Stream<Arguments> bodies() {
        String deep = "[".repeat(100_000);
        String digits = "9".repeat(100_000);
        return Stream.of(
                argumentSet("nothing", ""),
                argumentSet("not JSON", "menu!"),
                argumentSet("a list", "[]"),
                argumentSet("null", "null"),
                argumentSet("empty object", "{}"),
                argumentSet("something after it", BODY + " {}"),
                argumentSet("comment", "/* hello */" + BODY),
                argumentSet("duplicate name", BODY.replace("{", "{\"version\":7,")),
                argumentSet("no version", BODY.replace("version", "edition")),
                argumentSet("no time", BODY.replace("publishedAt", "printedAt")),
                argumentSet("no restaurant", BODY.replace("restaurantId", "restaurant")),
                argumentSet("text for version", version("\"7\"")),
                argumentSet("fraction for version", version("7.0")),
                argumentSet("null for version", version("null")),
                argumentSet("list for version", version("[7]")),
                argumentSet("version 0", version("0")),
                argumentSet("negative version", version("-7")),
                argumentSet("version 2^53", version("9007199254740992")),
                argumentSet("version 2^63", version("9223372036854775808")),
                argumentSet("version of many digits", version(digits)),
                argumentSet("exponent for version", version("1e99999")),
                argumentSet("number for time", time("1772362800")),
                argumentSet("time without zone", time("\"2026-03-01T11:00:00\"")),
                argumentSet("time that is none", time("\"2026-02-30T11:00:00Z\"")),
                argumentSet("time before 1970", time("\"1969-12-31T23:59:59Z\"")),
                argumentSet("time past all caches", time("\"+999999999-01-01T00:00:00Z\"")),
                argumentSet("number for restaurant", restaurant("7")),
                argumentSet("wrong restaurant id", restaurant("\"mama put\"")),
                argumentSet("another restaurant", restaurant("\"NG-papa-put\"")),
                argumentSet("menu as text", menu("\"rice\"")),
                argumentSet("menu as list", menu("[{}]")),
                argumentSet("menu as number", menu("7")),
                argumentSet("menu cut off", BODY.replace("}", ",\"menu\":{\"sections\":[")),
                argumentSet("menu with duplicate name", menu("{\"a\":1,\"a\":2}")),
                argumentSet("menu too deep", menu(deep)),
                argumentSet("unknown field too deep", BODY.replace("{", "{\"x\":" + deep)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodyIsRefused(String body) {
        assertMalformed(record(KEY, body.getBytes(StandardCharsets.UTF_8), HEADERS));
    }

    @Test
    void missingBodyIsRefused() {
        assertMalformed(record(KEY, null, HEADERS));
    }

    @Test
    void bodyOfInvalidUtf8IsRefused() {
        for (String text : new String[]{BODY.replace("{", "{\"x\":\"?\","),
                menu("{\"x\":\"?\"}")}) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            body[text.indexOf('?')] = (byte) 0xC3;
            assertMalformed(record(KEY, body, HEADERS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void bodyInAnotherEncodingIsRefused(String charset) {
        for (String body : new String[]{BODY, WHOLE}) {
            assertMalformed(record(KEY, body.getBytes(Charset.forName(charset)), HEADERS));
        }
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] whole = WHOLE.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            assertMalformed(record(KEY, Arrays.copyOf(whole, length), HEADERS));
        }
    }

    @Test
    void nothingButMalformedEventEscapesFromDamagedBytes() {
        SplittableRandom random = new SplittableRandom(3);
        byte[] whole = WHOLE.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] body = whole.clone();
            int damages = 1 + random.nextInt(3);
            for (int j = 0; j < damages; j++) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            refused += isRefused(record(KEY, body, HEADERS)) ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {CloudEventHeaders.TYPE, CloudEventHeaders.SOURCE})
    void missingHeaderIsRefused(String name) {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.remove(name);
        assertMalformed(record(KEY, BODY.getBytes(StandardCharsets.UTF_8), headers));
    }

    @Test
    void headerThatIsNoTextIsRefused() {
        var record = record(KEY, BODY.getBytes(StandardCharsets.UTF_8), HEADERS);
        record.headers().add(CloudEventHeaders.TYPE, new byte[]{(byte) 0xFF, 0});
        assertMalformed(record);
    }

    @Test
    void headerOfNothingIsRefused() {
        var record = record(KEY, BODY.getBytes(StandardCharsets.UTF_8), HEADERS);
        record.headers().add(CloudEventHeaders.TYPE, null);
        assertMalformed(record);
    }

    @Test
    void missingKeyIsRefused() {
        assertMalformed(record(null, BODY.getBytes(StandardCharsets.UTF_8), HEADERS));
    }

    @Test
    void keyOfAnotherRestaurantIsRefused() {
        assertMalformed(record(
                "NG-papa-put", BODY.getBytes(StandardCharsets.UTF_8), HEADERS));
    }

    @Test
    void theSameRecordUnharmedIsRead() {
        assertThat(MenuEventCodec.decode(
                record(KEY, BODY.getBytes(StandardCharsets.UTF_8), HEADERS))).isPresent();
    }

    private static void assertMalformed(ConsumerRecord<String, byte[]> record) {
        assertThatThrownBy(() -> MenuEventCodec.decode(record))
                .isExactlyInstanceOf(MalformedEvent.class)
                .message().isNotBlank().hasSizeLessThan(1_000);
    }

    private static boolean isRefused(ConsumerRecord<String, byte[]> record) {
        try {
            MenuEventCodec.decode(record);
            return false;
        } catch (MalformedEvent expected) {
            return true;
        }
    }

    private static ConsumerRecord<String, byte[]> record(
            @Nullable String key, byte @Nullable [] body, Map<String, String> headers) {
        return Records.received(key, body, headers);
    }

    private static String version(String json) {
        return BODY.replace("\"version\":7", "\"version\":" + json);
    }

    private static String time(String json) {
        return BODY.replaceAll("\"publishedAt\":\"[^\"]*\"", "\"publishedAt\":" + json);
    }

    private static String restaurant(String json) {
        return BODY.replace("\"NG-mama-put-ikeja\"", json);
    }

    private static String menu(String json) {
        return BODY.replace("}", ",\"menu\":" + json + "}");
    }
}
