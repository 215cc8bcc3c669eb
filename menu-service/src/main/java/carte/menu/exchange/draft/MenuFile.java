package carte.menu.exchange.draft;

import carte.contracts.menu.MenuDocument;
import carte.menu.document.MenuContent;
import java.time.Instant;

/** A file that could be parsed, and may hold a menu. */
@FunctionalInterface
public interface MenuFile {

    /**
     * Reads the menu that the file holds.
     *
     * @param current the menu that would be replaced: it says the currency where the file does not,
     *     and the ids of parts that have none in the file
     * @param now what "in the future" is measured by
     * @throws carte.kit.problem.ProblemException with all faults
     */
    MenuContent read(MenuDocument current, Instant now);
}
