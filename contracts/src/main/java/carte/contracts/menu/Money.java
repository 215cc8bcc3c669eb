package carte.contracts.menu;

/**
 * An amount in the minor units of a currency: 250000 NGN is 2,500 naira.
 *
 * @param amount minor units; never a fraction
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) {

    /** Returns this amount so many times; throws {@link ArithmeticException} on overflow. */
    public Money times(int quantity) {
        return new Money(Math.multiplyExact(amount, (long) quantity), currency);
    }
}
