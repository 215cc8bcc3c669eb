package carte.order.pricing;

import carte.contracts.menu.Tax;

/** The tax on a line, in whole minor units, half a unit rounded up. */
final class LineTax {

    private static final long WHOLE = 10_000;

    private LineTax() {}

    /** Returns the tax within {@code amount} where prices include it, else the tax to be added. */
    static long of(long amount, Tax tax) {
        long rate = tax.rateBasisPoints();
        long base = tax.included() ? WHOLE + rate : WHOLE;
        // Taken apart, so that nothing overflows: rate is at most base, the rest less than it.
        long rest = amount % base * rate;
        return amount / base * rate + (2 * rest + base) / (2 * base);
    }
}
