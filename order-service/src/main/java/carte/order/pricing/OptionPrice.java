package carte.order.pricing;

import java.util.Comparator;
import java.util.List;

/** What the chosen options of one group cost; the dearest of them are the free ones. */
final class OptionPrice {

    private OptionPrice() {}

    /** So many units of one option, each at so many minor units. */
    record Units(long price, int quantity) {}

    /** Returns the sum in minor units; throws {@link ArithmeticException} on overflow. */
    static long sum(List<Units> chosen, int free) {
        long sum = 0;
        int stillFree = free;
        List<Units> dearestFirst = chosen.stream()
                .sorted(Comparator.comparingLong(Units::price).reversed())
                .toList();
        for (Units units : dearestFirst) {
            int given = Math.min(units.quantity(), stillFree);
            stillFree -= given;
            sum = Math.addExact(
                    sum, Math.multiplyExact(units.price(), units.quantity() - given));
        }
        return sum;
    }
}
