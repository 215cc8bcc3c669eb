package carte.menu.restaurant;

import carte.contracts.menu.RestaurantId;
import carte.kit.json.JsonBody;
import carte.kit.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Some fields of a restaurant, to be put in place of what is there; it says nothing of the others.
 *
 * @param fields the fields that are given
 * @param values their values; the other fields hold stand-ins
 */
record RestaurantPatch(
        Set<Field> fields, RestaurantDetails values, @Nullable Instant pausedUntil) {

    /** A field that can be patched, named in JSON as in {@link RestaurantJson}. */
    enum Field {
        NAME("name"),
        CITY("city"),
        CUISINES("cuisines"),
        CURRENCY("currency"),
        TIME_ZONE("timeZone"),
        LOCATION("location"),
        OPENING_HOURS("openingHours"),
        SPECIAL_DAYS("specialDays"),
        PAUSED_UNTIL("pausedUntil");

        private final String json;

        Field(String json) {
            this.json = json;
        }

        String json() {
            return json;
        }
    }

    /** Copies the set. */
    RestaurantPatch {
        fields = Set.copyOf(fields);
    }

    /**
     * Reads the body of {@code PATCH …/restaurants/{id}}. Null clears a field; name, city,
     * currency and time zone cannot be cleared.
     *
     * @param now what "in the future" is measured by
     * @throws carte.kit.problem.ProblemException with all faults
     */
    static RestaurantPatch read(RestaurantId id, byte[] body, Instant now) {
        return JsonBody.read(body, patch -> read(id, patch, now));
    }

    private static RestaurantPatch read(RestaurantId id, JsonObject patch, Instant now) {
        Set<Field> given = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if (patch.has(field.json())) {
                given.add(field);
            }
        }
        if (given.isEmpty()) {
            patch.faultAt(patch.pointer(), "expected at least one of " + allNames());
        }
        RestaurantDetails values = new RestaurantDetails(
                id,
                given.contains(Field.NAME) ? RestaurantFields.name(patch) : "",
                given.contains(Field.CITY) ? RestaurantFields.city(patch) : "",
                RestaurantFields.cuisines(patch),
                given.contains(Field.CURRENCY) ? RestaurantFields.currency(patch) : "",
                given.contains(Field.TIME_ZONE)
                        ? RestaurantFields.timeZone(patch)
                        : ZoneOffset.UTC,
                RestaurantFields.location(patch),
                RestaurantFields.openingHours(patch),
                RestaurantFields.specialDays(patch));
        return new RestaurantPatch(given, values, RestaurantFields.pausedUntil(patch, now));
    }

    /** Returns {@code restaurant} with the given fields replaced, its revision not yet raised. */
    Restaurant applyTo(Restaurant restaurant) {
        RestaurantDetails old = restaurant.details();
        return new Restaurant(
                new RestaurantDetails(
                        old.id(),
                        pick(Field.NAME, old, RestaurantDetails::name),
                        pick(Field.CITY, old, RestaurantDetails::city),
                        pick(Field.CUISINES, old, RestaurantDetails::cuisines),
                        currencyAfter(old.currency()),
                        pick(Field.TIME_ZONE, old, RestaurantDetails::timeZone),
                        fields.contains(Field.LOCATION) ? values.location() : old.location(),
                        pick(Field.OPENING_HOURS, old, RestaurantDetails::openingHours),
                        pick(Field.SPECIAL_DAYS, old, RestaurantDetails::specialDays)),
                restaurant.revision(),
                fields.contains(Field.PAUSED_UNTIL) ? pausedUntil : restaurant.pausedUntil(),
                restaurant.menuVersion());
    }

    /** Returns the currency of a restaurant, and of its menu, after this patch. */
    String currencyAfter(String currency) {
        return fields.contains(Field.CURRENCY) ? values.currency() : currency;
    }

    private <T> T pick(
            Field field, RestaurantDetails old, Function<RestaurantDetails, T> part) {
        return part.apply(fields.contains(field) ? values : old);
    }

    private static String allNames() {
        return Arrays.stream(Field.values()).map(Field::json).sorted()
                .collect(Collectors.joining(", "));
    }
}
