package carte.gateway.site.console.bulk;

import carte.contracts.menu.Money;
import carte.gateway.site.console.Prices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How prices are changed.
 *
 * @param percent added to each, below zero to take off
 * @param amount minor units added to each besides, below zero to take off
 * @param roundTo minor units to whose multiple each is rounded; 1 for none
 */
record PriceRule(BigDecimal percent, long amount, long roundTo) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1_000);

    /**
     * Reads what somebody has written; nothing if it is no rule.
     *
     * @param percent such as {@code 7.5} or {@code -10}; empty for none
     * @param amount such as {@code 50} or {@code -0.50}; empty for none
     * @param roundTo such as {@code 50}; empty for none
     */
    static Optional<PriceRule> read(
            String percent, String amount, String roundTo, String currency) {
        String number = percent.strip().replace(',', '.').replace("%", "").replace("−", "-");
        if (!number.isEmpty() && !number.matches("[+-]?\\d{1,4}(\\.\\d{1,3})?")) {
            return Optional.empty();
        }
        BigDecimal share = number.isEmpty() ? BigDecimal.ZERO : new BigDecimal(number);
        Optional<Long> more = signed(amount, currency);
        Optional<Long> step = roundTo.isBlank()
                ? Optional.of(1L)
                : Prices.read(roundTo, currency).map(Money::amount).filter(each -> each > 0);
        if (more.isEmpty() || step.isEmpty() || share.abs().compareTo(MOST_PERCENT) > 0) {
            return Optional.empty();
        }
        return Optional.of(new PriceRule(share, more.get(), step.get()));
    }

    private static Optional<Long> signed(String text, String currency) {
        String plain = text.strip().replace("−", "-");
        if (plain.isEmpty()) {
            return Optional.of(0L);
        }
        UnaryOperator<Long> sign = plain.startsWith("-") ? each -> -each : each -> each;
        return Prices.read(plain.replaceFirst("^[+-]", ""), currency)
                .map(Money::amount).map(sign);
    }

    /** Returns the new price: never below zero. */
    Money of(Money price) {
        BigDecimal changed = BigDecimal.valueOf(price.amount())
                .multiply(HUNDRED.add(percent)).divide(HUNDRED)
                .add(BigDecimal.valueOf(amount));
        BigDecimal step = BigDecimal.valueOf(roundTo);
        long rounded = changed.divide(step, 0, RoundingMode.HALF_UP).multiply(step)
                .max(BigDecimal.ZERO).longValueExact();
        return new Money(rounded, price.currency());
    }

    /** Tells whether it changes nothing. */
    boolean isNothing() {
        return percent.signum() == 0 && amount == 0;
    }
}
