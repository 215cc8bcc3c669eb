package carte.contracts.event;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Writes and reads the records of {@link MenuTopic}; the wire format is in asyncapi.yaml. */
public final class MenuEventCodec {

    /** The {@code ce_type} of {@link MenuChanged}. */
    public static final String MENU_CHANGED = "carte.menu.changed.v1";

    // Beyond it Lua, JavaScript and many JSON readers round.
    private static final long LARGEST_EXACT_NUMBER = (1L << 53) - 1;
    private static final Instant LATEST = Instant.parse("2255-01-01T00:00:00Z");

    private MenuEventCodec() {}

    /** Returns the record of an event; the same event is always the same bytes. */
    public static EncodedEvent encode(MenuChanged event) {
        String restaurant = event.restaurantId().value();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CloudEventHeaders.SPEC_VERSION, "1.0");
        headers.put(CloudEventHeaders.ID, restaurant + "/" + event.version());
        headers.put(CloudEventHeaders.TYPE, MENU_CHANGED);
        headers.put(CloudEventHeaders.SOURCE, "/menu-service/" + event.shard());
        headers.put(CloudEventHeaders.SUBJECT, restaurant);
        headers.put(CloudEventHeaders.TIME, event.publishedAt().toString());
        headers.put(CloudEventHeaders.CONTENT_TYPE, "application/json");
        return new EncodedEvent(
                MenuTopic.NAME,
                MenuTopic.partitionOf(event.restaurantId()),
                restaurant,
                headers,
                body(event));
    }

    /**
     * Reads a record.
     *
     * @return the event, or nothing if its type is one that this version does not know
     * @throws MalformedEvent if the record is not a CloudEvent of this topic
     */
    public static Optional<MenuChanged> decode(ConsumerRecord<String, byte[]> record) {
        String type = CloudEventHeaders.require(record.headers(), CloudEventHeaders.TYPE);
        if (!type.equals(MENU_CHANGED)) {
            return Optional.empty();
        }
        String source = CloudEventHeaders.require(record.headers(), CloudEventHeaders.SOURCE);
        MenuChanged event = readBody(record.value(), source.substring(source.lastIndexOf('/') + 1));
        if (!event.restaurantId().value().equals(record.key())) {
            throw new MalformedEvent(
                    "the key is " + record.key() + " but the body is of " + event.restaurantId());
        }
        return Optional.of(event);
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

    private static MenuChanged readBody(byte @Nullable [] body, String shard) {
        if (body == null) {
            throw new MalformedEvent("the body is missing");
        }
        try (JsonParser json = ContractJson.mapper().createParser(body)) {
            MenuChanged event = readObject(json, body, shard);
            expect(json, json.nextToken(), null, "after the body");
            return event;
        } catch (JacksonException | IllegalArgumentException | DateTimeParseException e) {
            throw new MalformedEvent("the body is not a menu change: " + e.getMessage(), e);
        }
    }

    private static MenuChanged readObject(JsonParser json, byte[] body, String shard) {
        expect(json, json.nextToken(), JsonToken.START_OBJECT, "the body");
        RestaurantId restaurantId = null;
        MenuVersion version = null;
        Instant publishedAt = null;
        MenuJson menu = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "restaurantId" -> {
                    expect(json, value, JsonToken.VALUE_STRING, name);
                    restaurantId = new RestaurantId(json.getString());
                }
                case "version" -> {
                    expect(json, value, JsonToken.VALUE_NUMBER_INT, name);
                    version = version(json.getLongValue());
                }
                case "publishedAt" -> {
                    expect(json, value, JsonToken.VALUE_STRING, name);
                    publishedAt = time(json.getString());
                }
                case "menu" -> menu = rawMenu(json, value, body);
                default -> json.skipChildren();
            }
        }
        if (restaurantId == null || version == null || publishedAt == null) {
            throw new MalformedEvent("expected restaurantId, version and publishedAt");
        }
        return new MenuChanged(restaurantId, version, shard, publishedAt, menu);
    }

    private static MenuVersion version(long number) {
        if (number < MenuVersion.FIRST.number() || number > LARGEST_EXACT_NUMBER) {
            throw new MalformedEvent("version: expected 1 to 2^53 - 1 but found " + number);
        }
        return new MenuVersion(number);
    }

    private static Instant time(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
            throw new MalformedEvent("publishedAt: expected 1970 to 2255 but found " + time);
        }
        return time;
    }

    /** The document's bytes as they came, so that nobody downstream writes them anew. */
    private static @Nullable MenuJson rawMenu(JsonParser json, JsonToken value, byte[] body) {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        expect(json, value, JsonToken.START_OBJECT, "menu");
        int from = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        int to = (int) json.currentLocation().getByteOffset();
        return MenuJson.ofUtf8(Arrays.copyOfRange(body, from, to));
    }

    private static void expect(
            JsonParser json,
            @Nullable JsonToken found,
            @Nullable JsonToken expected,
            String what) {
        if (found != expected) {
            throw new MalformedEvent(what + ": expected " + name(expected) + " but found "
                    + name(found)
                    + " at byte " + json.currentTokenLocation().getByteOffset());
        }
    }

    private static String name(@Nullable JsonToken token) {
        return token == null ? "the end" : token.name();
    }
}
