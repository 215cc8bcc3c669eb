package carte.menu.restaurant;

import carte.contracts.menu.ServiceHours;
import carte.contracts.restaurant.DayHours;
import carte.contracts.restaurant.SpecialDay;
import carte.kit.json.JsonObject;
import carte.menu.document.HoursReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a restaurant that its owner may change, one by one. */
final class RestaurantFields {

    static final int LONGEST_NAME = 200;
    static final int MOST_CUISINES = 20;
    static final int MOST_SPECIAL_DAYS = 400;
    static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    static final Pattern CUISINE = Pattern.compile("[a-z0-9-]{1,40}");
    static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+/-]{1,64}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> CURRENCIES = Currency.availableCurrencies()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private RestaurantFields() {}

    static String name(JsonObject restaurant) {
        return restaurant.text("name", LONGEST_NAME);
    }

    static String city(JsonObject restaurant) {
        return restaurant.text("city", LONGEST_NAME);
    }

    static List<String> cuisines(JsonObject restaurant) {
        Set<String> seen = new HashSet<>();
        return restaurant.texts("cuisines", MOST_CUISINES,
                text -> CUISINE.matcher(text).matches() && seen.add(text),
                "a cuisine such as nigerian or street-food, each once");
    }

    static String currency(JsonObject restaurant) {
        String expected = "an ISO 4217 currency such as NGN";
        String currency = restaurant.matching("currency", CURRENCY, expected, "");
        if (!currency.isEmpty() && !CURRENCIES.contains(currency)) {
            restaurant.fault("currency",
                    "expected " + expected + " but found \"" + currency + "\"");
        }
        return currency;
    }

    static ZoneId timeZone(JsonObject restaurant) {
        String expected = "an IANA time zone such as Africa/Lagos";
        String zone = restaurant.matching("timeZone", ZONE, expected, "UTC");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            restaurant.fault("timeZone", "expected " + expected + " but found \"" + zone + "\"");
            return ZoneOffset.UTC;
        }
        return ZoneId.of(zone);
    }

    static @Nullable Location location(JsonObject restaurant) {
        return restaurant.optionalObject("location", location -> new Location(
                location.number("lat", -90, 90), location.number("lon", -180, 180)));
    }

    static List<ServiceHours> openingHours(JsonObject restaurant) {
        return HoursReader.read(restaurant, "openingHours");
    }

    static List<SpecialDay> specialDays(JsonObject restaurant) {
        Set<LocalDate> dates = new HashSet<>();
        return restaurant.objects("specialDays", MOST_SPECIAL_DAYS, day -> {
            LocalDate date = date(day);
            if (date == null) {
                day.ignore("closed");
                day.ignore("hours");
                return null;
            }
            if (!dates.add(date)) {
                day.fault("date", "expected each date once");
            }
            return specialDay(day, date);
        });
    }

    /** Reads until when a restaurant takes no orders; null: it does. */
    static @Nullable Instant pausedUntil(JsonObject restaurant, Instant now) {
        Instant until = restaurant.optionalInstant("pausedUntil");
        if (until != null && !until.isAfter(now)) {
            restaurant.fault("pausedUntil", "expected a time in the future, or null");
        }
        // The database keeps no more than that.
        return until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
    }

    private static SpecialDay specialDay(JsonObject day, LocalDate date) {
        List<DayHours> hours = HoursReader.readOfOneDay(day, "hours");
        boolean closed = hours.isEmpty() ? day.bool("closed") : day.bool("closed", false);
        if (closed && !hours.isEmpty()) {
            day.fault("hours", "expected none on a day that is closed");
        }
        return new SpecialDay(date, closed, hours);
    }

    private static @Nullable LocalDate date(JsonObject day) {
        String text = day.matching("date", DATE, "a date such as 2026-12-25", "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            day.fault("date", "there is no such date: " + text);
            return null;
        }
    }
}
