package carte.contracts.event;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Writes and reads the records of {@link SightingTopic}; the wire format is in asyncapi.yaml. */
public final class MenuSightingCodec {

    /** The {@code ce_type} of {@link MenuSighted}. */
    public static final String MENU_SIGHTED = "carte.menu.sighted.v1";

    private MenuSightingCodec() {}

    /** Returns the record of a sighting; the same sighting is always the same bytes. */
    public static EncodedEvent encode(MenuSighted sighting) {
        return new EncodedEvent(SightingTopic.NAME, 0, sighting.restaurantId().value(),
                headers(sighting), body(sighting));
    }

    private static Map<String, String> headers(MenuSighted sighting) {
        String restaurant = sighting.restaurantId().value();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CloudEventHeaders.SPEC_VERSION, "1.0");
        headers.put(CloudEventHeaders.ID,
                restaurant + "/" + sighting.version() + "/" + sighting.stage());
        headers.put(CloudEventHeaders.TYPE, MENU_SIGHTED);
        headers.put(CloudEventHeaders.SOURCE, "/" + sighting.instance());
        headers.put(CloudEventHeaders.SUBJECT, restaurant);
        headers.put(CloudEventHeaders.TIME, sighting.at().toString());
        headers.put(CloudEventHeaders.CONTENT_TYPE, "application/json");
        return headers;
    }

    private static byte[] body(MenuSighted sighting) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("restaurantId", sighting.restaurantId().value());
        body.put("version", sighting.version().number());
        body.put("shard", sighting.shard());
        body.put("publishedAt", sighting.publishedAt().toString());
        body.put("stage", sighting.stage().name());
        body.put("instance", sighting.instance());
        body.put("at", sighting.at().toString());
        return ContractJson.mapper().writeValueAsBytes(body);
    }

    /**
     * Reads a record.
     *
     * @return the sighting, or nothing if its type or stage is one that this version does not know
     * @throws MalformedEvent if the record is not a CloudEvent of this topic
     */
    public static Optional<MenuSighted> decode(ConsumerRecord<String, byte[]> record) {
        String type = CloudEventHeaders.require(record.headers(), CloudEventHeaders.TYPE);
        if (!type.equals(MENU_SIGHTED)) {
            return Optional.empty();
        }
        return EventReading.body(record.value(), json -> {
            Fields fields = new Fields();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                fields.read(json, name, json.nextToken());
            }
            return fields.sighting(record);
        });
    }

    /** What has been read of a body. */
    private static final class Fields {

        private @Nullable RestaurantId restaurantId;
        private @Nullable MenuVersion version;
        private @Nullable String shard;
        private @Nullable Instant publishedAt;
        private @Nullable String stage;
        private @Nullable String instance;
        private @Nullable Instant at;

        void read(JsonParser json, String name, JsonToken value) {
            switch (name) {
                case "restaurantId" -> restaurantId = new RestaurantId(
                        EventReading.text(json, value, name));
                case "version" -> version = EventReading.version(json, value, name);
                case "shard" -> shard = EventReading.text(json, value, name);
                case "publishedAt" -> publishedAt = EventReading.time(json, value, name);
                case "stage" -> stage = EventReading.text(json, value, name);
                case "instance" -> instance = EventReading.text(json, value, name);
                case "at" -> at = EventReading.time(json, value, name);
                default -> json.skipChildren();
            }
        }

        Optional<MenuSighted> sighting(ConsumerRecord<String, byte[]> record) {
            if (restaurantId == null || version == null || shard == null || publishedAt == null
                    || stage == null || instance == null || at == null) {
                throw new MalformedEvent("expected restaurantId, version, shard, publishedAt,"
                        + " stage, instance and at");
            }
            EventReading.requireKey(record, restaurantId.value());
            String name = stage;
            MenuSighted.Stage known = Arrays.stream(MenuSighted.Stage.values())
                    .filter(each -> each.name().equals(name)).findFirst().orElse(null);
            return known == null
                    ? Optional.empty()
                    : Optional.of(new MenuSighted(
                            restaurantId, version, shard, publishedAt, known, instance, at));
        }
    }
}
