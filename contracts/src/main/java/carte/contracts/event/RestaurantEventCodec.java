package carte.contracts.event;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.RestaurantId;
import carte.contracts.menu.ServiceHours;
import carte.contracts.restaurant.OpeningHours;
import carte.contracts.restaurant.SpecialDay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Writes and reads the records of {@link RestaurantTopic}; the wire format is in asyncapi.yaml. */
public final class RestaurantEventCodec {

    /** The {@code ce_type} of {@link RestaurantChanged}. */
    public static final String RESTAURANT_CHANGED = "carte.restaurant.changed.v1";

    private RestaurantEventCodec() {}

    /** Returns the record of a change; the same change is always the same bytes. */
    public static EncodedEvent encode(RestaurantChanged event) {
        RestaurantId restaurant = event.restaurantId();
        return new EncodedEvent(RestaurantTopic.NAME, RestaurantTopic.partitionOf(restaurant),
                restaurant.value(), headers(event), body(event));
    }

    private static Map<String, String> headers(RestaurantChanged event) {
        String restaurant = event.restaurantId().value();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CloudEventHeaders.SPEC_VERSION, "1.0");
        headers.put(CloudEventHeaders.ID, restaurant + "/" + event.revision());
        headers.put(CloudEventHeaders.TYPE, RESTAURANT_CHANGED);
        headers.put(CloudEventHeaders.SOURCE, "/menu-service/" + event.shard());
        headers.put(CloudEventHeaders.SUBJECT, restaurant);
        headers.put(CloudEventHeaders.TIME, event.changedAt().toString());
        headers.put(CloudEventHeaders.CONTENT_TYPE, "application/json");
        return headers;
    }

    private static byte[] body(RestaurantChanged event) {
        OpeningHours hours = event.openingHours();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("restaurantId", event.restaurantId().value());
        body.put("revision", event.revision());
        body.put("changedAt", event.changedAt().toString());
        body.put("timeZone", hours.timeZone().getId());
        body.put("openingHours", hours.openingHours());
        body.put("specialDays", hours.specialDays());
        Instant pausedUntil = hours.pausedUntil();
        body.put("pausedUntil", pausedUntil == null ? null : pausedUntil.toString());
        return ContractJson.mapper().writeValueAsBytes(body);
    }

    /**
     * Reads a record.
     *
     * @return the event, or nothing if its type is one that this version does not know
     * @throws MalformedEvent if the record is not a CloudEvent of this topic
     */
    public static Optional<RestaurantChanged> decode(ConsumerRecord<String, byte[]> record) {
        String type = CloudEventHeaders.require(record.headers(), CloudEventHeaders.TYPE);
        if (!type.equals(RESTAURANT_CHANGED)) {
            return Optional.empty();
        }
        String source = CloudEventHeaders.require(record.headers(), CloudEventHeaders.SOURCE);
        RestaurantChanged event = EventReading.body(record.value(), json -> {
            Fields fields = new Fields();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                fields.read(json, name, json.nextToken());
            }
            return fields.event(source.substring(source.lastIndexOf('/') + 1));
        });
        EventReading.requireKey(record, event.restaurantId().value());
        return Optional.of(event);
    }

    /** What has been read of a body. */
    private static final class Fields {

        private @Nullable RestaurantId restaurantId;
        private long revision;
        private @Nullable Instant changedAt;
        private @Nullable ZoneId timeZone;
        private @Nullable List<ServiceHours> openingHours;
        private @Nullable List<SpecialDay> specialDays;
        private @Nullable Instant pausedUntil;

        void read(JsonParser json, String name, JsonToken value) {
            switch (name) {
                case "restaurantId" -> restaurantId = new RestaurantId(
                        EventReading.text(json, value, name));
                case "revision" -> revision = EventReading.longNumber(json, value, name);
                case "changedAt" -> changedAt = EventReading.time(json, value, name);
                case "timeZone" -> timeZone = ZoneId.of(EventReading.text(json, value, name));
                case "openingHours" -> openingHours = EventReading.list(
                        json, value, name, ServiceHours[].class);
                case "specialDays" -> specialDays = EventReading.list(
                        json, value, name, SpecialDay[].class);
                case "pausedUntil" -> pausedUntil = value == JsonToken.VALUE_NULL
                        ? null
                        : Instant.parse(EventReading.text(json, value, name));
                default -> json.skipChildren();
            }
        }

        RestaurantChanged event(String shard) {
            if (restaurantId == null || revision == 0 || changedAt == null || timeZone == null
                    || openingHours == null || specialDays == null) {
                throw new MalformedEvent("expected restaurantId, revision, changedAt, timeZone,"
                        + " openingHours and specialDays");
            }
            return new RestaurantChanged(restaurantId, revision, shard, changedAt,
                    new OpeningHours(timeZone, openingHours, specialDays, pausedUntil));
        }
    }
}
