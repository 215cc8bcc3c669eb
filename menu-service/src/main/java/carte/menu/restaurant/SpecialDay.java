package carte.menu.restaurant;

import java.time.LocalDate;

/**
 * A date on which the weekly hours may not hold.
 *
 * @param closed true: no hours begin on that date
 */
record SpecialDay(LocalDate date, boolean closed) {}
