package carte.order.placing;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.Money;
import carte.contracts.menu.RestaurantId;
import carte.kit.json.JsonObject;
import carte.order.pricing.ChosenOption;
import carte.order.pricing.Fulfilment;
import carte.order.pricing.OrderLine;
import carte.order.pricing.OrderRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes an order from its JSON. */
final class OrderRequestReader {

    /** Greatest version that every JSON reader keeps exactly (2^53 - 1). */
    static final long GREATEST_VERSION = 9_007_199_254_740_991L;

    static final int MOST_LINES = 100;
    static final int MOST_OPTIONS = 100;
    static final int MOST_OF_ONE = 99;
    private static final Pattern RESTAURANT = Pattern.compile(RestaurantId.PATTERN);
    private static final Pattern ID = Pattern.compile(MenuDocument.ID_PATTERN);
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    /** No id has this form. */
    private static final String STAND_IN_ID = "";
    private static final Money STAND_IN_PRICE = new Money(0, "XXX");

    private OrderRequestReader() {}

    static OrderRequest read(JsonObject order) {
        return new OrderRequest(
                new RestaurantId(order.matching("restaurantId", RESTAURANT,
                        "a restaurant id such as NG-mama-put-ikeja", "XX-x")),
                new MenuVersion(order.integer("menuVersion", 1, GREATEST_VERSION)),
                order.oneOf("fulfilment", Fulfilment.class, null),
                order.someObjects("lines", MOST_LINES, OrderRequestReader::line));
    }

    private static OrderLine line(JsonObject line) {
        Money unitPrice = line.object("unitPrice", OrderRequestReader::money);
        List<ChosenOption> options = line.objects(
                "options", MOST_OPTIONS, OrderRequestReader::option);
        rejectRepeats(line, options);
        return new OrderLine(
                id(line, "itemId"),
                (int) line.integer("quantity", 1, MOST_OF_ONE),
                Objects.requireNonNullElse(unitPrice, STAND_IN_PRICE),
                options);
    }

    private static Money money(JsonObject money) {
        return new Money(
                money.integer("amount", 0, Long.MAX_VALUE),
                money.matching("currency", CURRENCY, "a currency such as NGN", "XXX"));
    }

    private static ChosenOption option(JsonObject option) {
        return new ChosenOption(
                id(option, "groupId"),
                id(option, "optionId"),
                (int) option.integer("quantity", 1, MOST_OF_ONE));
    }

    private static void rejectRepeats(JsonObject line, List<ChosenOption> options) {
        Set<List<String>> seen = new HashSet<>();
        for (ChosenOption option : options) {
            // The stand-in of an id that was wrong is told of already.
            if (!seen.add(List.of(option.groupId(), option.optionId()))
                    && !option.optionId().equals(STAND_IN_ID)) {
                line.fault("options", "expected each option once, with its quantity, but found "
                        + option.groupId() + "/" + option.optionId() + " again");
            }
        }
    }

    private static String id(JsonObject object, String field) {
        return object.matching(field, ID, "an id of a-z, 0-9 and -, at most 64", STAND_IN_ID);
    }
}
