package carte.kit.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A cursor over one JSON object that notes each fault with its pointer and goes on.
 *
 * <p>A required field that is missing or wrong gives a stand-in of its type, which never leaves the
 * reader, because {@link JsonBody} throws once all is read. A field is known once it was asked for.
 */
public final class JsonObject {

    private static final Pattern RFC_3339 = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final ObjectNode node;
    private final String pointer;
    private final Faults faults;
    private final Set<String> known = new TreeSet<>();

    JsonObject(ObjectNode node, String pointer, Faults faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** Tells whether the object has this field, null included. */
    public boolean has(String field) {
        known.add(field);
        return node.has(field);
    }

    /** Tells whether the object has no field at all. */
    public boolean isEmpty() {
        return node.isEmpty();
    }

    /** Takes a field that is allowed and of no interest. */
    public void ignore(String field) {
        known.add(field);
    }

    /** Takes all fields unread: what they hold does not matter any more. */
    public void ignoreAll() {
        known.addAll(node.propertyNames());
    }

    /** Returns the JSON pointer of a field of this object. */
    public String pointerTo(String field) {
        return pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /** Returns the JSON pointer of this object. */
    public String pointer() {
        return pointer;
    }

    /** Notes a fault of a field. */
    public void fault(String field, String detail) {
        faults.add(pointerTo(field), detail);
    }

    /** Notes a fault at a place that was found to be wrong only once more was read. */
    public void faultAt(String place, String detail) {
        faults.add(place, detail);
    }

    /** Returns a text of 1 to {@code longest} characters that is not blank. */
    public String text(String field, int longest) {
        String text = optionalText(field, longest);
        if (text == null) {
            missing(field, "a text");
            return "";
        }
        if (text.isBlank()) {
            fault(field, "expected a text that is not blank");
        }
        return text;
    }

    /** Returns a text of at most {@code longest} characters, or null if absent or null. */
    public @Nullable String optionalText(String field, int longest) {
        JsonNode value = present(field);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            fault(field, "expected a text but found " + describe(value));
            return "-";
        }
        String text = value.stringValue();
        if (text.length() > longest) {
            fault(field, "expected at most " + longest + " characters but found " + text.length());
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r')) {
            fault(field, "expected no control characters");
        }
        return text;
    }

    /** Returns a text that matches; {@code expected} completes "expected …". */
    public String matching(String field, Pattern pattern, String expected, String standIn) {
        JsonNode value = present(field);
        if (value == null) {
            missing(field, expected);
            return standIn;
        }
        if (!value.isString() || !pattern.matcher(value.stringValue()).matches()) {
            fault(field, "expected " + expected + " but found " + describe(value));
            return standIn;
        }
        return value.stringValue();
    }

    /** Returns a whole number within the bounds, both included. */
    public long integer(String field, long least, long greatest) {
        if (present(field) == null) {
            missing(field, "a whole number");
            return least;
        }
        return integer(field, least, greatest, least);
    }

    /** Returns a whole number within the bounds, or {@code absent} where there is none. */
    public long integer(String field, long least, long greatest, long absent) {
        JsonNode value = present(field);
        if (value == null) {
            return absent;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            fault(field, "expected a whole number but found " + describe(value));
            return least;
        }
        long number = value.longValue();
        if (number < least || number > greatest) {
            fault(field, "expected " + least + " to " + greatest + " but found " + number);
            return least;
        }
        return number;
    }

    /** Returns a number within the bounds, both included. */
    public double number(String field, double least, double greatest) {
        JsonNode value = present(field);
        if (value == null) {
            missing(field, "a number");
            return least;
        }
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= least && number <= greatest)) {
            fault(field, "expected a number from " + least + " to " + greatest + " but found "
                    + describe(value));
            return least;
        }
        return number;
    }

    /** Returns a required truth value. */
    public boolean bool(String field) {
        if (present(field) == null) {
            missing(field, "true or false");
        }
        return bool(field, false);
    }

    /** Returns a truth value, or {@code absent} where there is none. */
    public boolean bool(String field, boolean absent) {
        JsonNode value = present(field);
        if (value == null) {
            return absent;
        }
        if (!value.isBoolean()) {
            fault(field, "expected true or false but found " + describe(value));
            return absent;
        }
        return value.booleanValue();
    }

    /** Returns one of an enumeration's constants, or {@code absent}; required if that is null. */
    public <E extends Enum<E>> E oneOf(String field, Class<E> type, @Nullable E absent) {
        E[] constants = type.getEnumConstants();
        String expected = "one of " + Arrays.toString(constants);
        JsonNode value = present(field);
        if (value == null) {
            if (absent != null) {
                return absent;
            }
            missing(field, expected);
            return constants[0];
        }
        return constant(value, constants, pointerTo(field));
    }

    /** Returns a time of day such as {@code 09:30}. */
    public LocalTime time(String field) {
        return LocalTime.parse(
                matching(field, HOURS_AND_MINUTES, "a time such as 09:30", "00:00"));
    }

    /** Returns an RFC 3339 time, or null if absent, null or wrong. */
    public @Nullable Instant optionalInstant(String field) {
        JsonNode value = present(field);
        if (value == null) {
            return null;
        }
        try {
            if (value.isString() && RFC_3339.matcher(value.stringValue()).matches()) {
                return OffsetDateTime.parse(value.stringValue()).toInstant();
            }
        } catch (DateTimeException _) {
            // Told below, with what was found.
        }
        fault(field, "expected a time such as 2026-11-23T17:10:11Z but found " + describe(value));
        return null;
    }

    /** Returns what {@code reader} makes of a required object, or null where there is none. */
    public <T> @Nullable T object(String field, Function<JsonObject, T> reader) {
        if (present(field) == null) {
            missing(field, "an object");
            return null;
        }
        return optionalObject(field, reader);
    }

    /** Returns what {@code reader} makes of an object, or null if absent, null or wrong. */
    public <T> @Nullable T optionalObject(String field, Function<JsonObject, T> reader) {
        JsonNode value = present(field);
        return value == null ? null : readObject(value, pointerTo(field), reader);
    }

    /** Returns the objects of a list; absent is empty. */
    public <T> List<T> objects(String field, int most, Function<JsonObject, T> reader) {
        return elements(field, most, (value, at) -> readObject(value, at, reader));
    }

    /** Returns the objects of a list that has at least one. */
    public <T> List<T> someObjects(String field, int most, Function<JsonObject, T> reader) {
        JsonNode value = present(field);
        if (value == null || (value.isArray() && value.isEmpty())) {
            fault(field, "expected a list of 1 to " + most + " elements");
        }
        return objects(field, most, reader);
    }

    /** Returns the texts of a list, each of 1 to {@code longest} characters; absent is empty. */
    public List<String> texts(String field, int most, int longest) {
        return texts(field, most, text -> !text.isBlank() && text.length() <= longest,
                "a text of 1 to " + longest + " characters");
    }

    /** Returns the texts of a list, each allowed; {@code expected} completes "expected …". */
    public List<String> texts(
            String field, int most, Predicate<String> allowed, String expected) {
        return elements(field, most, (value, at) -> {
            if (value.isString() && allowed.test(value.stringValue())) {
                return value.stringValue();
            }
            faultAt(at, "expected " + expected + " but found " + describe(value));
            return null;
        });
    }

    /** Returns the constants of a list; absent is empty. */
    public <E extends Enum<E>> List<E> constants(String field, Class<E> type) {
        E[] constants = type.getEnumConstants();
        return elements(field, constants.length, (value, at) -> constant(value, constants, at));
    }

    /** Returns an object's fields by name, in order; absent is empty. */
    public <T> Map<String, T> map(
            String field, int most, BiFunction<String, JsonObject, T> reader) {
        Map<String, T> entries = new LinkedHashMap<>();
        if (!(presentOf(field, "an object", JsonNode::isObject) instanceof ObjectNode object)) {
            return entries;
        }
        if (object.size() > most) {
            fault(field, "expected at most " + most + " entries but found " + object.size());
            return entries;
        }
        String at = pointerTo(field);
        object.forEachEntry((name, value) -> {
            String place = at + "/" + name.replace("~", "~0").replace("/", "~1");
            T read = readObject(value, place, o -> reader.apply(name, o));
            if (read != null) {
                entries.put(name, read);
            }
        });
        return entries;
    }

    void rejectUnknownFields() {
        node.propertyNames().forEach(name -> {
            if (!known.contains(name)) {
                fault(name, "unknown field; known are " + String.join(", ", known));
            }
        });
    }

    private <T> List<T> elements(
            String field, int most, BiFunction<JsonNode, String, @Nullable T> reader) {
        List<T> list = new ArrayList<>();
        JsonNode array = presentOf(field, "a list", JsonNode::isArray);
        if (array == null) {
            return list;
        }
        if (array.size() > most) {
            fault(field, "expected at most " + most + " elements but found " + array.size());
            return list;
        }
        for (int i = 0; i < array.size(); i++) {
            T element = reader.apply(array.get(i), pointerTo(field) + "/" + i);
            if (element != null) {
                list.add(element);
            }
        }
        return list;
    }

    private <T> @Nullable T readObject(JsonNode value, String at, Function<JsonObject, T> reader) {
        if (!(value instanceof ObjectNode object)) {
            faults.add(at, "expected an object but found " + describe(value));
            return null;
        }
        JsonObject nested = new JsonObject(object, at, faults);
        T read = reader.apply(nested);
        nested.rejectUnknownFields();
        return read;
    }

    private <E extends Enum<E>> E constant(JsonNode value, E[] constants, String at) {
        for (E constant : constants) {
            if (value.isString() && constant.name().equals(value.stringValue())) {
                return constant;
            }
        }
        faults.add(at, "expected one of " + Arrays.toString(constants) + " but found "
                + describe(value));
        return constants[0];
    }

    private @Nullable JsonNode presentOf(
            String field, String expected, Function<JsonNode, Boolean> test) {
        JsonNode value = present(field);
        if (value != null && !test.apply(value)) {
            fault(field, "expected " + expected + " but found " + describe(value));
            return null;
        }
        return value;
    }

    private @Nullable JsonNode present(String field) {
        known.add(field);
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private void missing(String field, String expected) {
        fault(field, "expected " + expected + " but it is missing");
    }

    private static String describe(JsonNode value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
