package carte.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.fixture.Golden;
import carte.contracts.fixture.Menus;
import carte.contracts.fixture.Records;
import carte.contracts.menu.Money;
import carte.contracts.order.OrderState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the order's event against what was released, and against what is not one. */
class OrderEventCodecTest {

    private static final String KEY = "NG-mama-put-ikeja";
    private static final Map<String, String> HEADERS = Golden.headers("order-changed-v1.headers");
    private static final String PLACED_BODY = Golden.text("order-changed-v1.json");
    private static final String RATED_BODY = Golden.text("order-changed-v1-rated.json");

    private static final OrderChanged PLACED = changed(
            1, OrderState.PLACED, Menus.PUBLISHED, null);
    private static final OrderChanged RATED = changed(
            6, OrderState.DELIVERED, Instant.parse("2026-03-01T12:30:00Z"), 5);

    @Test
    void writesTheGoldenRecords() {
        EncodedEvent encoded = OrderEventCodec.encode(PLACED);
        assertThat(text(encoded)).isEqualTo(PLACED_BODY);
        assertThat(encoded.headers()).containsExactlyEntriesOf(HEADERS);
        assertThat(encoded.topic()).isEqualTo("order-events");
        assertThat(encoded.key()).isEqualTo(KEY);
        assertThat(text(OrderEventCodec.encode(RATED))).isEqualTo(RATED_BODY);
    }

    @Test
    void readsTheGoldenRecords() {
        assertThat(decode(PLACED_BODY)).contains(PLACED);
        assertThat(decode(RATED_BODY)).contains(RATED);
    }

    @Test
    void ordersOfOneRestaurantStandInOnePartition() {
        OrderChanged another = new OrderChanged(UUID.randomUUID(), Menus.MAMA_PUT, 1,
                OrderState.PLACED, new Money(5, "NGN"), Menus.PUBLISHED, Menus.PUBLISHED, null);
        assertThat(OrderEventCodec.encode(another).partition())
                .isEqualTo(OrderEventCodec.encode(RATED).partition())
                .isBetween(0, OrderTopic.PARTITIONS - 1);
    }

    @Test
    void readsFieldsThatItDoesNotKnow() {
        assertThat(decode(RATED_BODY.replace("{", "{\"rider\":{\"id\":[1]},"))).contains(RATED);
        assertThat(decode(PLACED_BODY.replace("}", ",\"stars\":null}"))).contains(PLACED);
    }

    @Test
    void passesByTypesAndStatesThatItDoesNotKnow() {
        assertThat(decode(PLACED_BODY.replace("PLACED", "ON_ITS_WAY"))).isEmpty();
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put(CloudEventHeaders.TYPE, "carte.order.changed.v2");
        assertThat(OrderEventCodec.decode(Records.received(KEY, null, headers))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"revision\":6                | \"revision\":\"6\"",
            "\"revision\":6                | \"revision\":0",
            "\"revision\":6                | \"revision\":-6",
            "\"revision\":6                | \"revision\":6000000000",
            "\"revision\"                  | \"version\"",
            "\"stars\":5                   | \"stars\":6",
            "\"stars\":5                   | \"stars\":0",
            "\"stars\":5                   | \"stars\":4.5",
            "\"changedAt\"                 | \"printedAt\"",
            "\"2026-03-01T12:30:00Z\"      | \"yesterday\"",
            "\"2026-03-01T12:30:00Z\"      | \"+999999999-01-01T00:00:00Z\"",
            "0198f1c2-7d1e-7b3a-9c52-3f5b6a7c8d9e | order 7",
            "NG-mama-put-ikeja             | mama put",
            "NG-mama-put-ikeja             | NG-papa-put",
            "\"DELIVERED\"                 | null",
            "\"totalAmount\":700000        | \"totalAmount\":\"7000\"",
            "\"currency\":\"NGN\"          | \"currency\":7",
            "}                             | ,\"revision\":7}",
            "}                             | }{}"})
    void wrongBodyIsRefused(String right, String wrong) {
        assertThat(RATED_BODY).contains(right);
        assertThatThrownBy(() -> decode(RATED_BODY.replace(right, wrong)))
                .isExactlyInstanceOf(MalformedEvent.class)
                .message().isNotBlank().hasSizeLessThan(1_000);
    }

    @Test
    void nothingButMalformedEventEscapesFromDamagedBytes() {
        SplittableRandom random = new SplittableRandom(7);
        byte[] whole = RATED_BODY.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] body = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            refused += isRefused(body) ? 1 : 0;
        }
        assertThat(refused).isPositive();
        assertThat(isRefused(null)).isTrue();
    }

    private static boolean isRefused(byte @Nullable [] body) {
        try {
            OrderEventCodec.decode(Records.received(KEY, body, HEADERS));
            return false;
        } catch (MalformedEvent expected) {
            return true;
        }
    }

    private static OrderChanged changed(
            int revision, OrderState state, Instant changedAt, @Nullable Integer stars) {
        return new OrderChanged(UUID.fromString("0198f1c2-7d1e-7b3a-9c52-3f5b6a7c8d9e"),
                Menus.MAMA_PUT, revision, state, new Money(700_000, "NGN"),
                Instant.parse("2026-03-01T11:00:00.120Z"), changedAt, stars);
    }

    private static Optional<OrderChanged> decode(String body) {
        return OrderEventCodec.decode(
                Records.received(KEY, body.getBytes(StandardCharsets.UTF_8), HEADERS));
    }

    private static String text(EncodedEvent event) {
        return new String(event.body(), StandardCharsets.UTF_8);
    }
}
