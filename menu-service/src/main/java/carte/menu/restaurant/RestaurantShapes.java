package carte.menu.restaurant;

import carte.contracts.restaurant.DayHours;
import carte.contracts.restaurant.SpecialDay;
import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Shape;
import carte.kit.openapi.Shapes;
import carte.menu.document.MenuLimits;
import org.springframework.stereotype.Component;

/** How restaurants look as JSON, with the very bounds that their reader holds them to. */
@Component
final class RestaurantShapes implements ApiShapes {

    @Override
    public void describe(Shapes shapes) {
        identified(shapes.of(NewRestaurant.class).named("Restaurant")
                .is("What an owner says of a new restaurant.")
                .required("id", "name", "country", "city", "currency", "timeZone"));
        identified(shapes.of(RestaurantJson.class).named("Restaurant")
                .is("A restaurant as it is now.")
                .field("pausedUntil", "Before which it takes no orders.")
                .field("open", "Whether it is open now, by hours, special days and pause.")
                .with("rating", """
                        {"minimum": 1, "maximum": 5, "description": \
                        "Mean of the stars; null until somebody rated, and where it is not to be \
                        had, such as in the answer to a write."}""")
                .with("ratingCount", """
                        {"minimum": 0, "description": \
                        "How many rated; null where it is not to be had."}"""));
        owned(shapes.of(RestaurantPatchFields.class).named("RestaurantChange")
                .is("The fields to change; the others stay. Null clears one.")
                .neverNull("name", "city", "currency", "timeZone")
                .field("pausedUntil", "Before which it takes no orders; in the future."));
        shapes.of(Location.class)
                .is("A point on the earth in degrees (WGS 84).")
                .required("lat", "lon")
                .between("lat", -90, 90)
                .between("lon", -180, 180);
        shapes.of(SpecialDay.class)
                .is("A date on which the weekly hours do not hold.")
                .required("date")
                .field("closed", "True: no hours begin on that date. Required without hours.")
                .field("hours", "Those that begin on that date in place of the weekly ones.")
                .size("hours", 0, MenuLimits.HOURS)
                .omitted("hours");
        shapes.of(DayHours.class)
                .is("A period of one date, in the restaurant's time zone.")
                .required("from", "to")
                .field("to", "Exclusive; at or before from it is on the day after.");
    }

    private static void identified(Shape restaurant) {
        owned(restaurant.matching("country", RestaurantFields.COUNTRY.pattern())
                .field("country", "ISO 3166-1; the id begins with it."));
    }

    private static void owned(Shape restaurant) {
        restaurant.text("name", 1, RestaurantFields.LONGEST_NAME)
                .text("city", 1, RestaurantFields.LONGEST_NAME)
                .matching("currency", RestaurantFields.CURRENCY.pattern())
                .eachMatching("cuisines", RestaurantFields.CUISINE.pattern())
                .size("cuisines", 0, RestaurantFields.MOST_CUISINES)
                .matching("timeZone", RestaurantFields.ZONE.pattern())
                .field("timeZone", "An IANA time zone such as Africa/Lagos.")
                .field("openingHours", "Empty: around the clock.")
                .size("openingHours", 0, MenuLimits.HOURS)
                .size("specialDays", 0, RestaurantFields.MOST_SPECIAL_DAYS);
    }
}
