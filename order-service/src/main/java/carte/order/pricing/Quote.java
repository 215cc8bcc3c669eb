package carte.order.pricing;

import carte.contracts.menu.Money;
import carte.kit.problem.Fault;
import java.util.List;

/** What came of pricing an order. */
public sealed interface Quote {

    /** The order costs this. */
    record Priced(Money total) implements Quote {}

    /** These lines are not to be had as the customer saw them; one change for each such line. */
    record Changed(List<LineChange> changes) implements Quote {

        /** Copies the changes. */
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /** The order breaks the rules of the very menu that the customer saw. */
    record Refused(List<Fault> faults) implements Quote {

        /** Copies the faults. */
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
