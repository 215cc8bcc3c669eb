package carte.menu.restaurant;

import carte.contracts.menu.RestaurantId;
import carte.kit.json.JsonBody;
import carte.kit.json.JsonObject;
import carte.menu.document.HoursReader;
import carte.menu.shard.ShardMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the body that creates a restaurant and says everything that is wrong with it. */
final class RestaurantReader {

    static final int LONGEST_NAME = 200;
    static final int MOST_CUISINES = 20;
    static final int MOST_SPECIAL_DAYS = 400;
    private static final Pattern ID = Pattern.compile(RestaurantId.PATTERN);
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+/-]{1,64}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern CUISINE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Set<String> COUNTRIES = Set.copyOf(
            Arrays.asList(Locale.getISOCountries()));
    private static final Set<String> CURRENCIES = Currency.availableCurrencies()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final RestaurantId STAND_IN = new RestaurantId("XX-unreadable");

    private RestaurantReader() {}

    /** Reads {@code body}; throws {@link carte.kit.problem.ProblemException} with all faults. */
    static RestaurantDetails read(byte[] body, ShardMap shards) {
        return JsonBody.read(body, restaurant -> read(restaurant, shards));
    }

    private static RestaurantDetails read(JsonObject restaurant, ShardMap shards) {
        RestaurantId id = new RestaurantId(restaurant.matching("id", ID,
                "an id such as NG-mama-put-ikeja", STAND_IN.value()));
        country(restaurant, id, shards);
        return new RestaurantDetails(
                id,
                restaurant.text("name", LONGEST_NAME),
                restaurant.text("city", LONGEST_NAME),
                cuisines(restaurant),
                currency(restaurant),
                timeZone(restaurant),
                restaurant.optionalObject("location", RestaurantReader::location),
                HoursReader.read(restaurant, "openingHours"),
                specialDays(restaurant));
    }

    private static void country(JsonObject restaurant, RestaurantId id, ShardMap shards) {
        String expected = "an ISO 3166-1 code such as NG";
        String country = restaurant.matching("country", CODE, expected, "");
        if (country.isEmpty()) {
            return;
        }
        if (!COUNTRIES.contains(country)) {
            restaurant.fault("country", "expected " + expected + " but found \"" + country + "\"");
        } else if (!id.equals(STAND_IN) && !country.equals(id.country())) {
            restaurant.fault("country", "expected " + id.country()
                    + ", with which the id begins, but found " + country);
        } else if (shards.ofCountry(country).isEmpty()) {
            restaurant.fault("country",
                    "restaurants of " + country + " are not served here; expected"
                            + " one of " + String.join(", ", shards.countries()));
        }
    }

    private static List<String> cuisines(JsonObject restaurant) {
        Set<String> seen = new HashSet<>();
        return restaurant.texts("cuisines", MOST_CUISINES,
                text -> CUISINE.matcher(text).matches() && seen.add(text),
                "a cuisine such as nigerian or street-food, each once");
    }

    private static String currency(JsonObject restaurant) {
        String expected = "an ISO 4217 currency such as NGN";
        String currency = restaurant.matching("currency", CODE, expected, "");
        if (!currency.isEmpty() && !CURRENCIES.contains(currency)) {
            restaurant.fault("currency",
                    "expected " + expected + " but found \"" + currency + "\"");
        }
        return currency;
    }

    private static ZoneId timeZone(JsonObject restaurant) {
        String expected = "an IANA time zone such as Africa/Lagos";
        String zone = restaurant.matching("timeZone", ZONE, expected, "UTC");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            restaurant.fault("timeZone", "expected " + expected + " but found \"" + zone + "\"");
            return ZoneOffset.UTC;
        }
        return ZoneId.of(zone);
    }

    private static Location location(JsonObject location) {
        return new Location(location.number("lat", -90, 90), location.number("lon", -180, 180));
    }

    private static List<SpecialDay> specialDays(JsonObject restaurant) {
        Set<LocalDate> dates = new HashSet<>();
        return restaurant.objects("specialDays", MOST_SPECIAL_DAYS, day -> {
            LocalDate date = date(day);
            if (date == null) {
                day.ignore("closed");
                return null;
            }
            if (!dates.add(date)) {
                day.fault("date", "expected each date once");
            }
            if (!day.has("closed")) {
                day.fault("closed", "expected true or false but it is missing");
            }
            return new SpecialDay(date, day.bool("closed", true));
        });
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
