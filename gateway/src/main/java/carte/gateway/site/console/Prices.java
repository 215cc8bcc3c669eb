package carte.gateway.site.console;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Money;
import carte.gateway.site.MoneyText;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Prices as people read and write them. */
public final class Prices {

    // More digits than any price has, fewer than a long holds.
    private static final int MOST_DIGITS = 15;

    private Prices() {}

    /** Returns a price as text with its currency; nothing for JSON that is no money. */
    public static String shown(JsonNode money, Locale locale) {
        return money.path("amount").isNumber()
                ? shown(of(money), locale)
                : "";
    }

    /** Returns a price as text with its currency. */
    public static String shown(Money money, Locale locale) {
        return MoneyText.of(money, locale, locale.getCountry());
    }

    /** Returns a price as the content of a field: {@code 2500} or {@code 12.50}. */
    public static String field(JsonNode money) {
        return money.path("amount").isNumber() ? field(of(money)) : "";
    }

    /** Returns a price as the content of a field. */
    public static String field(Money money) {
        BigDecimal amount = amount(money);
        return amount.stripTrailingZeros().scale() <= 0
                ? amount.toBigInteger().toString()
                : amount.toPlainString();
    }

    /**
     * Reads what somebody wrote into a field: {@code 2,500.00}, {@code 2 500,00} or {@code 2500}. A
     * point or comma with more digits behind it than the currency has is one of thousands.
     */
    public static Optional<Money> read(String text, String currency) {
        String plain = text.strip().replaceAll("[\\s\\u00a0\\u202f'’]", "");
        int point = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
        int behind = point < 0 ? 0 : plain.length() - point - 1;
        boolean decimal = point >= 0 && behind <= MoneyText.digits(currency);
        String whole = (decimal ? plain.substring(0, point) : plain).replaceAll("[.,]", "");
        String number = decimal ? whole + "." + plain.substring(point + 1) : whole;
        if (!number.matches("\\d{1," + MOST_DIGITS + "}(\\.\\d*)?")
                || (point >= 0 && !decimal && behind != 3)) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(number.endsWith(".")
                ? number.substring(0, number.length() - 1)
                : number);
        return Optional.of(new Money(
                amount.movePointRight(MoneyText.digits(currency)).longValueExact(), currency));
    }

    /** Returns money as JSON. */
    public static JsonNode json(Money money) {
        return ContractJson.mapper().createObjectNode()
                .put("amount", money.amount())
                .put("currency", money.currency());
    }

    /** Reads money as JSON has it. */
    public static Money of(JsonNode money) {
        return new Money(money.path("amount").asLong(), money.path("currency").asString(""));
    }

    private static BigDecimal amount(Money money) {
        return BigDecimal.valueOf(money.amount(), MoneyText.digits(money.currency()));
    }
}
