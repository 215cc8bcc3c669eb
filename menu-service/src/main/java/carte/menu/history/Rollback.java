package carte.menu.history;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.kit.json.JsonBody;
import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import carte.menu.document.MenuContent;
import carte.menu.document.MenuEdits;
import carte.menu.document.Restoration;
import java.time.Instant;
import java.util.List;

/** The way back to the content of an earlier version. */
record Rollback(MenuVersion toVersion) {

    private static final String FIELD = "toVersion";

    /** The largest whole number that every JSON reader keeps as it is (RFC 8259, section 6). */
    static final long GREATEST = (1L << 53) - 1;

    /** Reads a body; throws {@link ProblemException} with all faults. */
    static Rollback read(byte[] body) {
        return JsonBody.read(body, rollback -> new Rollback(
                new MenuVersion(rollback.integer(FIELD, 1, GREATEST))));
    }

    /**
     * Returns {@code current} with the content of {@code old}; what was to return to sale in the
     * meantime has returned.
     *
     * @throws ProblemException if the old prices are in another currency than the restaurant's
     */
    static MenuDocument to(MenuDocument old, MenuDocument current, Instant now) {
        MenuContent content = MenuContent.of(Restoration.at(now, old));
        if (old.currency().equals(current.currency())) {
            return content.in(current);
        }
        if (MenuEdits.hasPrices(old)) {
            throw ProblemException.invalid(List.of(new Fault("/" + FIELD,
                    "the prices of version " + old.version() + " are in " + old.currency()
                            + ", but the restaurant's currency is " + current.currency()
                            + " now")));
        }
        return MenuEdits.inCurrency(content.in(current), current.currency());
    }
}
