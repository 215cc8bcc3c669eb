package carte.order.placing;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.Money;
import carte.kit.problem.Fault;
import carte.kit.problem.Problem;
import carte.kit.problem.ProblemType;
import carte.order.pricing.LineChange;
import carte.order.pricing.Quote;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a customer which lines of an order are no longer as they were seen. */
final class MenuChangedProblem {

    private MenuChangedProblem() {}

    /** Returns the problem, with members that tell each change and the version it came with. */
    static Problem of(Quote.Changed changed, MenuVersion current) {
        List<LineChange> changes = changed.changes();
        String lines = changes.size() == 1 ? "1 line is" : changes.size() + " lines are";
        return new Problem(ProblemType.MENU_CHANGED,
                lines + " not to be had as seen; nothing was ordered", faults(changes))
                .with("menuVersion", current)
                .with("changes", changes);
    }

    private static List<Fault> faults(List<LineChange> changes) {
        return changes.stream()
                .map(change -> new Fault("/lines/" + change.line(), describe(change)))
                .toList();
    }

    private static String describe(LineChange change) {
        return change.itemId() + switch (change.kind()) {
            case PRICE -> " costs " + inWords(change.now()) + " now but was seen at "
                    + inWords(change.seen());
            case GONE -> " is not on the menu";
            case SOLD_OUT -> " is sold out";
            case OUT_OF_HOURS -> " is not served at this time";
            case OPTION -> " is not to be had with these options";
        };
    }

    private static String inWords(@Nullable Money money) {
        if (money == null) {
            return "nothing";
        }
        return BigDecimal.valueOf(money.amount(), digits(money.currency())).toPlainString() + " "
                + money.currency();
    }

    /** What a customer saw may be in a currency that does not exist. */
    private static int digits(String currency) {
        return Currency.availableCurrencies()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .mapToInt(known -> Math.max(0, known.getDefaultFractionDigits()))
                .findFirst().orElse(0);
    }
}
