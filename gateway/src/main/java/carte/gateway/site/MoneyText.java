package carte.gateway.site;

import carte.contracts.menu.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** Money as people of a language and a country write it: 250000 NGN is ₦2,500. */
public final class MoneyText {

    // The JDK has no space where CLDR has one.
    private static final Pattern SIGN_OF_LETTERS = Pattern.compile("(?<=\\p{L})(?=\\d)");

    private MoneyText() {}

    /**
     * Returns the text; whole amounts have no fraction.
     *
     * @param language of the reader
     * @param country where the money is spent, which decides how its sign looks
     */
    public static String of(Money money, Locale language, String country) {
        return of(money.amount(), money.currency(), language, country);
    }

    /** Returns the text of so many minor units. */
    public static String of(long amount, String currencyCode, Locale language, String country) {
        int digits = digits(currencyCode);
        BigDecimal units = BigDecimal.valueOf(amount, digits);
        NumberFormat format = NumberFormat.getCurrencyInstance(
                Locale.of(language.getLanguage(), country));
        try {
            format.setCurrency(Currency.getInstance(currencyCode));
        } catch (IllegalArgumentException _) {
            return units.toPlainString() + " " + currencyCode;
        }
        boolean whole = units.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : digits);
        format.setMaximumFractionDigits(whole ? 0 : digits);
        return SIGN_OF_LETTERS.matcher(format.format(units)).replaceFirst("\u00a0");
    }

    /** Returns how many digits of a currency's amounts are behind the point; 0 if unknown. */
    public static int digits(String currencyCode) {
        try {
            return Math.max(0, Currency.getInstance(currencyCode).getDefaultFractionDigits());
        } catch (IllegalArgumentException _) {
            return 0;
        }
    }
}
