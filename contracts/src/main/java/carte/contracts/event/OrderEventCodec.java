package carte.contracts.event;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Money;
import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Writes and reads the records of {@link OrderTopic}; the wire format is in asyncapi.yaml. */
public final class OrderEventCodec {

    /** The {@code ce_type} of {@link OrderChanged}. */
    public static final String ORDER_CHANGED = "carte.order.changed.v1";

    private OrderEventCodec() {}

    /** Returns the record of a change; the same change is always the same bytes. */
    public static EncodedEvent encode(OrderChanged event) {
        String restaurant = event.restaurantId().value();
        return new EncodedEvent(OrderTopic.NAME,
                KeyPartition.of(restaurant, OrderTopic.PARTITIONS), restaurant, headers(event),
                body(event));
    }

    private static Map<String, String> headers(OrderChanged event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CloudEventHeaders.SPEC_VERSION, "1.0");
        headers.put(CloudEventHeaders.ID, event.orderId() + "/" + event.revision());
        headers.put(CloudEventHeaders.TYPE, ORDER_CHANGED);
        headers.put(CloudEventHeaders.SOURCE, "/order-service");
        headers.put(CloudEventHeaders.SUBJECT, event.orderId().toString());
        headers.put(CloudEventHeaders.TIME, event.changedAt().toString());
        headers.put(CloudEventHeaders.CONTENT_TYPE, "application/json");
        return headers;
    }

    private static byte[] body(OrderChanged event) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orderId", event.orderId().toString());
        body.put("restaurantId", event.restaurantId().value());
        body.put("revision", event.revision());
        body.put("state", event.state().name());
        body.put("totalAmount", event.total().amount());
        body.put("currency", event.total().currency());
        body.put("placedAt", event.placedAt().toString());
        body.put("changedAt", event.changedAt().toString());
        if (event.stars() != null) {
            body.put("stars", event.stars());
        }
        return ContractJson.mapper().writeValueAsBytes(body);
    }

    /**
     * Reads a record.
     *
     * @return the event, or nothing if its type or state is one that this version does not know
     * @throws MalformedEvent if the record is not a CloudEvent of this topic
     */
    public static Optional<OrderChanged> decode(ConsumerRecord<String, byte[]> record) {
        String type = CloudEventHeaders.require(record.headers(), CloudEventHeaders.TYPE);
        if (!type.equals(ORDER_CHANGED)) {
            return Optional.empty();
        }
        return EventReading.body(record.value(), json -> {
            Fields fields = new Fields();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                fields.read(json, name, json.nextToken());
            }
            return fields.event(record);
        });
    }

    /** What has been read of a body. */
    private static final class Fields {

        private @Nullable UUID orderId;
        private @Nullable RestaurantId restaurantId;
        private int revision;
        private @Nullable String state;
        private @Nullable Long totalAmount;
        private @Nullable String currency;
        private @Nullable Instant placedAt;
        private @Nullable Instant changedAt;
        private @Nullable Integer stars;

        void read(JsonParser json, String name, JsonToken value) {
            switch (name) {
                case "orderId" -> orderId = UUID.fromString(EventReading.text(json, value, name));
                case "restaurantId" -> restaurantId = new RestaurantId(
                        EventReading.text(json, value, name));
                case "revision" -> revision = EventReading.wholeNumber(json, value, name);
                case "state" -> state = EventReading.text(json, value, name);
                case "totalAmount" -> totalAmount = EventReading.longNumber(json, value, name);
                case "currency" -> currency = EventReading.text(json, value, name);
                case "placedAt" -> placedAt = EventReading.time(json, value, name);
                case "changedAt" -> changedAt = EventReading.time(json, value, name);
                case "stars" -> stars = value == JsonToken.VALUE_NULL
                        ? null
                        : (Integer) EventReading.wholeNumber(json, value, name);
                default -> json.skipChildren();
            }
        }

        Optional<OrderChanged> event(ConsumerRecord<String, byte[]> record) {
            if (orderId == null || restaurantId == null || revision == 0 || state == null
                    || totalAmount == null || currency == null || placedAt == null
                    || changedAt == null) {
                throw new MalformedEvent("expected orderId, restaurantId, revision, state,"
                        + " totalAmount, currency, placedAt and changedAt");
            }
            EventReading.requireKey(record, restaurantId.value());
            String name = state;
            OrderState known = Arrays.stream(OrderState.values())
                    .filter(each -> each.name().equals(name)).findFirst().orElse(null);
            return known == null
                    ? Optional.empty()
                    : Optional.of(new OrderChanged(orderId, restaurantId, revision, known,
                            new Money(totalAmount, currency), placedAt, changedAt, stars));
        }
    }
}
