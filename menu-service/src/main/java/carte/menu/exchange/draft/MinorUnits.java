package carte.menu.exchange.draft;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.OptionalLong;

/** Amounts as people write them, in whole units and decimals, and as menus have them. */
public final class MinorUnits {

    private static final int MOST_DIGITS = 18;
    private static final int USUAL_DECIMALS = 2;

    private MinorUnits() {}

    /** Returns how many decimals amounts of a currency have: 2 for NGN, 0 for XOF, 3 for TND. */
    public static int decimals(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException _) {
            // The rules for menus say what is wrong with it.
            return USUAL_DECIMALS;
        }
    }

    /** Returns an amount of minor units in decimals: {@code 2500.00}. */
    public static String decimal(long amount, String currency) {
        return BigDecimal.valueOf(amount, decimals(currency)).toPlainString();
    }

    /** Returns a decimal number in minor units; nothing if that is not exact. */
    public static OptionalLong exact(BigDecimal decimal, String currency) {
        BigDecimal bare = decimal.stripTrailingZeros();
        int decimals = decimals(currency);
        // Eighteen digits of minor units always fit, and no price may have as many.
        if ((long) bare.precision() - bare.scale() + decimals > MOST_DIGITS
                || bare.scale() > decimals) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(bare.movePointRight(decimals).longValueExact());
    }

    /**
     * Returns a plain number such as {@code 2500} or {@code 2500.5} in minor units; nothing if it
     * has more decimals than the currency. Zeros may be more, as {@code 2500.00} for XOF, but not
     * three: that may have been meant as thousands.
     *
     * @param plain digits, with at most one dot between them
     */
    public static OptionalLong plain(String plain, String currency) {
        int dot = plain.indexOf('.');
        int found = dot < 0 ? 0 : plain.length() - dot - 1;
        if (found == 3 && decimals(currency) < 3) {
            return OptionalLong.empty();
        }
        return exact(new BigDecimal(plain), currency);
    }
}
