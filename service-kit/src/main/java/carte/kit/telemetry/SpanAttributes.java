package carte.kit.telemetry;

import io.opentelemetry.api.common.AttributeKey;

/** All attributes that the services set on spans, by their registered names. */
public final class SpanAttributes {

    /** The restaurant that a span is about. */
    public static final AttributeKey<String> RESTAURANT = AttributeKey
            .stringKey("carte.restaurant.id");

    /** The version of its menu that was answered with, written, applied or priced by. */
    public static final AttributeKey<Long> MENU_VERSION = AttributeKey
            .longKey("carte.menu.version");

    /** Where a menu came from. */
    public static final AttributeKey<String> TIER = AttributeKey.stringKey("carte.tier");

    /** How long ago the menu was known to be the newest, by its database's clock. */
    public static final AttributeKey<Long> AS_OF_AGE = AttributeKey
            .longKey("carte.as_of.age_ms");

    /** Set where the menu was older than the bound, and labelled so. */
    public static final AttributeKey<Boolean> STALE = AttributeKey.booleanKey("carte.stale");

    /** What a change did to Redis. */
    public static final AttributeKey<String> APPLY_OUTCOME = AttributeKey
            .stringKey("carte.apply.outcome");

    /** The id of the trace of the change that is applied again, which is linked as well. */
    public static final AttributeKey<String> REPLAY_OF = AttributeKey
            .stringKey("carte.replay.of");

    /** The scheduled change that is carried out. */
    public static final AttributeKey<String> SCHEDULE = AttributeKey
            .stringKey("carte.schedule.id");

    private SpanAttributes() {}
}
