package carte.local.demo;

import carte.contracts.menu.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * Turns prices in units of a currency into {@link Money}, at believable steps.
 *
 * @param step what prices are rounded to, in units of the currency
 */
record PriceList(String currency, BigDecimal step) {

    static PriceList of(CountryCatalogue catalogue) {
        return new PriceList(catalogue.currency(), catalogue.priceStep());
    }

    /** Returns the price as it is written. */
    Money exactly(BigDecimal units) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return new Money(units.movePointRight(digits).longValueExact(), currency);
    }

    /** Returns {@code units} times {@code factor}, rounded to the step, free only if it was. */
    Money scaled(BigDecimal units, BigDecimal factor) {
        if (units.signum() == 0 || factor.compareTo(BigDecimal.ONE) == 0) {
            return exactly(units);
        }
        BigDecimal steps = units.multiply(factor).divide(step, 0, RoundingMode.HALF_UP);
        return exactly(steps.max(BigDecimal.ONE).multiply(step));
    }
}
