package carte.order.pricing;

import carte.contracts.menu.Money;
import carte.kit.problem.Fault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of pricing an order. */
public sealed interface Quote {

    /**
     * The order costs this.
     *
     * @param total what the customer pays, tax included
     * @param tax the part of the total that is tax
     */
    record Priced(Money total, Money tax) implements Quote {}

    /**
     * The restaurant takes no orders now.
     *
     * @param opensAt when it does again, or null where that is not known
     */
    record Closed(@Nullable Instant opensAt) implements Quote {}

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
