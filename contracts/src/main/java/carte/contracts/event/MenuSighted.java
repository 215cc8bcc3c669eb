package carte.contracts.event;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Somebody on a change's way had seen it. It is telemetry: it may be lost, come again and come in
 * any order, and nothing but what people are shown of the way depends on it.
 *
 * @param shard the shard that owns the restaurant
 * @param publishedAt the database time of the change
 * @param instance who saw it, matches {@value #INSTANCE_PATTERN}
 * @param at when, by the clock of the shard's database as the instance knows it
 */
public record MenuSighted(
        RestaurantId restaurantId,
        MenuVersion version,
        String shard,
        Instant publishedAt,
        Stage stage,
        String instance,
        Instant at) {

    /** The form of an instance's name. */
    public static final String INSTANCE_PATTERN = "[A-Za-z0-9][A-Za-z0-9._@:-]{0,99}";

    private static final Pattern INSTANCE = Pattern.compile(INSTANCE_PATTERN);

    /** How far a change had come. */
    public enum Stage {
        /** Kafka had acknowledged it to the relay. */
        KAFKA_ACKED,
        /** Redis held it, or a later version. */
        REDIS_APPLIED,
        /** A gateway showed it, or a later version. */
        GATEWAY_SEEN
    }

    /** Throws {@link IllegalArgumentException} if the instance's name has not the form of one. */
    public MenuSighted {
        if (!isInstance(instance)) {
            throw new IllegalArgumentException(
                    "an instance's name matches " + INSTANCE_PATTERN + ": " + instance);
        }
    }

    /** Tells whether a text has the form of an instance's name. */
    public static boolean isInstance(String text) {
        return INSTANCE.matcher(text).matches();
    }
}
