package carte.contracts.menu;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A restaurant's stable id, which begins with its country: {@code NG-mama-put-ikeja}.
 *
 * @param value matches {@value #PATTERN}
 */
public record RestaurantId(@JsonValue String value) implements Comparable<RestaurantId> {

    /** The form of an id: an ISO 3166-1 alpha-2 country, a dash, 1 to 60 lower-case characters. */
    public static final String PATTERN = "[A-Z]{2}-[a-z0-9-]{1,60}";

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    /** Throws {@link IllegalArgumentException} if {@code value} is not a restaurant id. */
    @JsonCreator
    public RestaurantId {
        if (!COMPILED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a restaurant id matches " + PATTERN + ", for example NG-mama-put-ikeja");
        }
    }

    /** Returns the id, or nothing if {@code text} does not have the form of one. */
    public static Optional<RestaurantId> parse(String text) {
        return COMPILED.matcher(text).matches()
                ? Optional.of(new RestaurantId(text))
                : Optional.empty();
    }

    /** Returns the ISO 3166-1 alpha-2 country, which decides the shard. */
    public String country() {
        return value.substring(0, 2);
    }

    @Override
    public int compareTo(RestaurantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
