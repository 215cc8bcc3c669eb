package carte.order.pricing;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Item;
import carte.contracts.menu.Money;
import carte.contracts.menu.Tax;
import carte.contracts.restaurant.OpeningHours;
import carte.kit.problem.Fault;
import carte.order.pricing.LineChange.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices one order by one menu at one moment, in whole minor units. */
public final class OrderPricing {

    private static final Amount NOTHING = new Amount(0, 0);

    private final OrderRequest order;
    private final PriceList prices;
    private final OpeningHours hours;
    private final Instant now;
    private final List<Fault> faults = new ArrayList<>();
    private final List<LineChange> changes = new ArrayList<>();

    private OrderPricing(OrderRequest order, PriceList prices, OpeningHours hours, Instant now) {
        this.order = order;
        this.prices = prices;
        this.hours = hours;
        this.now = now;
    }

    /** What is paid, and the part of it that is tax. */
    private record Amount(long paid, long tax) {

        Amount plus(Amount other) {
            return new Amount(Math.addExact(paid, other.paid), Math.addExact(tax, other.tax));
        }
    }

    /**
     * Returns what {@code order} costs, or why it is not to be had.
     *
     * @param hours of the restaurant, in whose time zone those of items are meant
     */
    public static Quote quote(
            OrderRequest order, PriceList prices, OpeningHours hours, Instant now) {
        return hours.isOpen(now)
                ? new OrderPricing(order, prices, hours, now).quote()
                : new Quote.Closed(hours.opensAt(now).orElse(null));
    }

    private Quote quote() {
        Amount total = NOTHING;
        for (int line = 0; line < order.lines().size(); line++) {
            total = add(total, price(line), line);
        }
        if (!faults.isEmpty()) {
            return new Quote.Refused(faults);
        }
        return changes.isEmpty()
                ? new Quote.Priced(money(total.paid()), money(total.tax()))
                : new Quote.Changed(changes);
    }

    private Money money(long amount) {
        return new Money(amount, prices.currency());
    }

    private Amount add(Amount total, Amount line, int index) {
        try {
            return total.plus(line);
        } catch (ArithmeticException _) {
            tooLarge(index);
            return NOTHING;
        }
    }

    /** Returns what a line costs, or nothing where a fault or a change of it was noted. */
    private Amount price(int line) {
        OrderLine wanted = order.lines().get(line);
        Item item = prices.item(wanted.itemId());
        Kind missing = missing(item);
        if (item == null || missing != null) {
            change(line, missing == null ? Kind.GONE : missing, null);
            return NOTHING;
        }
        Choice choice = new Choice(prices, item, wanted.options());
        return admits(choice, line) ? price(item, choice, line) : NOTHING;
    }

    private Amount price(Item item, Choice choice, int line) {
        OrderLine wanted = order.lines().get(line);
        try {
            Money one = money(Math.addExact(base(item), choice.price()));
            if (!one.equals(wanted.unitPrice())) {
                change(line, Kind.PRICE, one);
                return NOTHING;
            }
            return taxed(one.times(wanted.quantity()).amount(), prices.tax(item));
        } catch (ArithmeticException _) {
            tooLarge(line);
            return NOTHING;
        }
    }

    private static Amount taxed(long price, @Nullable Tax tax) {
        if (tax == null) {
            return new Amount(price, 0);
        }
        long part = LineTax.of(price, tax);
        return new Amount(tax.included() ? price : Math.addExact(price, part), part);
    }

    private long base(Item item) {
        return item.prices().getOrDefault(order.fulfilment().name(), item.price()).amount();
    }

    /** Returns why an item is not to be had now, or null if it is. */
    private @Nullable Kind missing(@Nullable Item item) {
        if (item == null) {
            return Kind.GONE;
        }
        Kind unavailable = unavailable(item.availability());
        return unavailable == null && !prices.isServed(item, hours.timeZone(), now)
                ? Kind.OUT_OF_HOURS
                : unavailable;
    }

    private @Nullable Kind unavailable(Availability availability) {
        Instant until = availability.until();
        if (until != null && !until.isAfter(now)) {
            return null;
        }
        return switch (availability.status()) {
            case AVAILABLE -> null;
            case SOLD_OUT -> Kind.SOLD_OUT;
            case HIDDEN -> Kind.GONE;
        };
    }

    /** Broken rules are the customer's fault only if these were the rules that were seen. */
    private boolean admits(Choice choice, int line) {
        if (!choice.isKnown()) {
            change(line, Kind.OPTION, null);
            return false;
        }
        List<Fault> broken = choice.brokenRules("/lines/" + line + "/options");
        if (broken.isEmpty()) {
            return true;
        }
        if (order.menuVersion().equals(prices.version())) {
            faults.addAll(broken);
        } else {
            change(line, Kind.OPTION, null);
        }
        return false;
    }

    private void change(int line, Kind kind, @Nullable Money price) {
        OrderLine wanted = order.lines().get(line);
        changes.add(new LineChange(line, wanted.itemId(), kind, wanted.unitPrice(), price));
    }

    private void tooLarge(int line) {
        faults.add(new Fault("/lines/" + line, "expected an amount that can be counted"));
    }
}
