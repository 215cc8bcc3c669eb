package carte.order.placing;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.Money;
import carte.kit.problem.Fault;
import carte.kit.problem.Problem;
import carte.kit.problem.ProblemType;
import carte.order.pricing.LineChange;
import carte.order.pricing.Quote;
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
            case PRICE -> " costs " + inMinorUnits(change.now()) + " now but was seen at "
                    + inMinorUnits(change.seen());
            case GONE -> " is not on the menu";
            case SOLD_OUT -> " is sold out";
            case OPTION -> " is not to be had with these options";
        };
    }

    private static String inMinorUnits(@Nullable Money money) {
        return money == null ? "nothing" : money.amount() + " " + money.currency();
    }
}
