package carte.contracts.menu;

/**
 * The tax on a price.
 *
 * @param rateBasisPoints hundredths of a percent, 0 to 10,000: 750 is 7.5 %
 * @param included whether the price includes it already
 */
public record Tax(int rateBasisPoints, boolean included) {}
