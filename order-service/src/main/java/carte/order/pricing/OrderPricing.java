package carte.order.pricing;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.Money;
import carte.kit.problem.Fault;
import carte.order.pricing.LineChange.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices one order by one menu at one moment, in whole minor units. */
public final class OrderPricing {

    private final OrderRequest order;
    private final MenuDocument menu;
    private final Instant now;
    private final PriceList prices;
    private final List<Fault> faults = new ArrayList<>();
    private final List<LineChange> changes = new ArrayList<>();

    private OrderPricing(OrderRequest order, MenuDocument menu, Instant now) {
        this.order = order;
        this.menu = menu;
        this.now = now;
        this.prices = new PriceList(menu);
    }

    /** Returns what {@code order} costs by {@code menu}, or why it is not to be had. */
    public static Quote quote(OrderRequest order, MenuDocument menu, Instant now) {
        return new OrderPricing(order, menu, now).quote();
    }

    private Quote quote() {
        long total = 0;
        for (int line = 0; line < order.lines().size(); line++) {
            total = add(total, price(line), line);
        }
        if (!faults.isEmpty()) {
            return new Quote.Refused(faults);
        }
        return changes.isEmpty()
                ? new Quote.Priced(new Money(total, menu.currency()))
                : new Quote.Changed(changes);
    }

    private long add(long total, long linePrice, int line) {
        try {
            return Math.addExact(total, linePrice);
        } catch (ArithmeticException _) {
            tooLarge(line);
            return 0;
        }
    }

    /** Returns the price of a line, or 0 where a fault or a change of it was noted. */
    private long price(int line) {
        OrderLine wanted = order.lines().get(line);
        Item item = prices.item(wanted.itemId());
        Kind missing = missing(item);
        if (item == null || missing != null) {
            change(line, missing == null ? Kind.GONE : missing, null);
            return 0;
        }
        Choice choice = new Choice(prices, item, wanted.options());
        return admits(choice, line) ? price(item, choice, line) : 0;
    }

    private long price(Item item, Choice choice, int line) {
        OrderLine wanted = order.lines().get(line);
        try {
            Money one = new Money(Math.addExact(base(item), choice.price()), menu.currency());
            if (!one.equals(wanted.unitPrice())) {
                change(line, Kind.PRICE, one);
                return 0;
            }
            return one.times(wanted.quantity()).amount();
        } catch (ArithmeticException _) {
            tooLarge(line);
            return 0;
        }
    }

    private long base(Item item) {
        return item.prices().getOrDefault(order.fulfilment().name(), item.price()).amount();
    }

    private @Nullable Kind missing(@Nullable Item item) {
        if (item == null) {
            return Kind.GONE;
        }
        Availability availability = item.availability();
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
        if (order.menuVersion().equals(menu.version())) {
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
