package carte.contracts.event;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** How the bodies of events are read, field by field; whatever is wrong is a malformed event. */
final class EventReading {

    // Beyond it Lua, JavaScript and many JSON readers round.
    private static final long LARGEST_EXACT_NUMBER = (1L << 53) - 1;
    private static final Instant LATEST = Instant.parse("2255-01-01T00:00:00Z");

    private EventReading() {}

    /** Reads a body of one object; {@code read} is called behind its beginning. */
    static <T> T body(byte @Nullable [] body, Function<JsonParser, T> read) {
        if (body == null) {
            throw new MalformedEvent("the body is missing");
        }
        try (JsonParser json = ContractJson.mapper().createParser(body)) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT, "the body");
            T found = read.apply(json);
            expect(json, json.nextToken(), null, "after the body");
            return found;
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new MalformedEvent("the body cannot be read: " + e.getMessage(), e);
        }
    }

    static void requireKey(ConsumerRecord<String, byte[]> record, String expected) {
        if (!expected.equals(record.key())) {
            throw new MalformedEvent(
                    "the key is " + record.key() + " but the event is of " + expected);
        }
    }

    static String text(JsonParser json, JsonToken value, String name) {
        expect(json, value, JsonToken.VALUE_STRING, name);
        return json.getString();
    }

    static MenuVersion version(JsonParser json, JsonToken value, String name) {
        expect(json, value, JsonToken.VALUE_NUMBER_INT, name);
        long number = json.getLongValue();
        if (number < MenuVersion.FIRST.number() || number > LARGEST_EXACT_NUMBER) {
            throw new MalformedEvent(name + ": expected 1 to 2^53 - 1 but found " + number);
        }
        return new MenuVersion(number);
    }

    static int wholeNumber(JsonParser json, JsonToken value, String name) {
        expect(json, value, JsonToken.VALUE_NUMBER_INT, name);
        return json.getIntValue();
    }

    static long longNumber(JsonParser json, JsonToken value, String name) {
        expect(json, value, JsonToken.VALUE_NUMBER_INT, name);
        return json.getLongValue();
    }

    static Instant time(JsonParser json, JsonToken value, String name) {
        Instant time = Instant.parse(text(json, value, name));
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
            throw new MalformedEvent(name + ": expected 1970 to 2255 but found " + time);
        }
        return time;
    }

    /** Reads a list of records, none of which is null. */
    static <T> List<T> list(JsonParser json, JsonToken value, String name, Class<T[]> type) {
        expect(json, value, JsonToken.START_ARRAY, name);
        T[] elements = json.readValueAs(type);
        if (Arrays.stream(elements).anyMatch(Objects::isNull)) {
            throw new MalformedEvent(name + ": expected no null in it");
        }
        return List.of(elements);
    }

    static void expect(
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
