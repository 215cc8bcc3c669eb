package carte.contracts.event;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Writes and reads the records of {@link MenuTopic}; the wire format is in asyncapi.yaml. */
public final class MenuEventCodec {

    /** The {@code ce_type} of {@link MenuChanged}. */
    public static final String MENU_CHANGED = "carte.menu.changed.v1";

    /** The {@code ce_type} of {@link Watermark}. */
    public static final String WATERMARK = "carte.menu.watermark.v1";

    // No restaurant's id looks like it, so compaction keeps the newest of each shard.
    private static final String WATERMARK_KEY = "watermark/";

    private MenuEventCodec() {}

    /** Returns the record of a change; the same change is always the same bytes. */
    public static EncodedEvent encode(MenuChanged event) {
        String restaurant = event.restaurantId().value();
        return new EncodedEvent(
                MenuTopic.NAME,
                MenuTopic.partitionOf(event.restaurantId()),
                restaurant,
                headers(MENU_CHANGED, restaurant + "/" + event.version(), restaurant,
                        event.shard(), event.publishedAt()),
                body(event));
    }

    /** Returns the version that a record of {@link #MENU_CHANGED} tells of, by its headers. */
    public static MenuVersion versionOf(EncodedEvent changed) {
        String id = header(changed, CloudEventHeaders.ID);
        return new MenuVersion(Long.parseLong(id.substring(id.lastIndexOf('/') + 1)));
    }

    /** Returns the time of the change that a record tells of, by its headers. */
    public static Instant timeOf(EncodedEvent changed) {
        return Instant.parse(header(changed, CloudEventHeaders.TIME));
    }

    private static String header(EncodedEvent event, String name) {
        String value = event.headers().get(name);
        if (value == null) {
            throw new MalformedEvent("header " + name + " is missing");
        }
        return value;
    }

    /** Returns the record of a watermark in one partition. */
    public static EncodedEvent encode(Watermark watermark, int partition) {
        String shard = watermark.shard();
        String id = shard + "/" + partition + "/" + watermark.time();
        return new EncodedEvent(
                MenuTopic.NAME,
                partition,
                WATERMARK_KEY + shard,
                headers(WATERMARK, id, shard, shard, watermark.time()),
                body(watermark));
    }

    private static Map<String, String> headers(
            String type, String id, String subject, String shard, Instant time) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CloudEventHeaders.SPEC_VERSION, "1.0");
        headers.put(CloudEventHeaders.ID, id);
        headers.put(CloudEventHeaders.TYPE, type);
        headers.put(CloudEventHeaders.SOURCE, "/menu-service/" + shard);
        headers.put(CloudEventHeaders.SUBJECT, subject);
        headers.put(CloudEventHeaders.TIME, time.toString());
        headers.put(CloudEventHeaders.CONTENT_TYPE, "application/json");
        return headers;
    }

    /**
     * Reads a record.
     *
     * @return the event, or nothing if its type is one that this version does not know
     * @throws MalformedEvent if the record is not a CloudEvent of this topic
     */
    public static Optional<MenuEvent> decode(ConsumerRecord<String, byte[]> record) {
        return switch (CloudEventHeaders.require(record.headers(), CloudEventHeaders.TYPE)) {
            case MENU_CHANGED -> Optional.of(menuChanged(record));
            case WATERMARK -> Optional.of(watermark(record));
            default -> Optional.empty();
        };
    }

    private static MenuChanged menuChanged(ConsumerRecord<String, byte[]> record) {
        MenuChanged event = EventReading.body(
                record.value(), json -> readMenuChanged(json, record.value(), shard(record)));
        EventReading.requireKey(record, event.restaurantId().value());
        return event;
    }

    private static Watermark watermark(ConsumerRecord<String, byte[]> record) {
        String shard = shard(record);
        Instant time = EventReading.body(record.value(), MenuEventCodec::readWatermark);
        EventReading.requireKey(record, WATERMARK_KEY + shard);
        return new Watermark(shard, time);
    }

    private static String shard(ConsumerRecord<String, byte[]> record) {
        String source = CloudEventHeaders.require(record.headers(), CloudEventHeaders.SOURCE);
        return source.substring(source.lastIndexOf('/') + 1);
    }

    private static byte[] body(MenuChanged event) {
        var out = new ByteArrayOutputStream();
        try (JsonGenerator json = ContractJson.mapper().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("restaurantId", event.restaurantId().value());
            json.writeNumberProperty("version", event.version().number());
            json.writeStringProperty("publishedAt", event.publishedAt().toString());
            MenuJson menu = event.menu();
            if (menu != null) {
                json.writeName("menu");
                json.flush();
                json.writeRawValue(
                        new String(menu.utf8(), StandardCharsets.UTF_8));
            }
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static byte[] body(Watermark watermark) {
        return ContractJson.mapper()
                .writeValueAsBytes(Map.of("time", watermark.time().toString()));
    }

    private static Instant readWatermark(JsonParser json) {
        Instant time = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            if (name.equals("time")) {
                time = EventReading.time(json, value, name);
            } else {
                json.skipChildren();
            }
        }
        if (time == null) {
            throw new MalformedEvent("expected time");
        }
        return time;
    }

    private static MenuChanged readMenuChanged(JsonParser json, byte[] body, String shard) {
        RestaurantId restaurantId = null;
        MenuVersion version = null;
        Instant publishedAt = null;
        MenuJson menu = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "restaurantId" -> restaurantId = new RestaurantId(
                        EventReading.text(json, value, name));
                case "version" -> version = EventReading.version(json, value, name);
                case "publishedAt" -> publishedAt = EventReading.time(json, value, name);
                case "menu" -> menu = rawMenu(json, value, body);
                default -> json.skipChildren();
            }
        }
        if (restaurantId == null || version == null || publishedAt == null) {
            throw new MalformedEvent("expected restaurantId, version and publishedAt");
        }
        return new MenuChanged(restaurantId, version, shard, publishedAt, menu);
    }

    /** The document's bytes as they came, so that nobody downstream writes them anew. */
    private static @Nullable MenuJson rawMenu(JsonParser json, JsonToken value, byte[] body) {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        EventReading.expect(json, value, JsonToken.START_OBJECT, "menu");
        int from = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        int to = (int) json.currentLocation().getByteOffset();
        return MenuJson.ofUtf8(Arrays.copyOfRange(body, from, to));
    }
}
