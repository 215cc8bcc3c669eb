/** When a restaurant is open, by one rule for whoever shows it and whoever takes orders. */
@NullMarked
package carte.contracts.restaurant;

import org.jspecify.annotations.NullMarked;
