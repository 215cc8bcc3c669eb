package carte.gateway.site.console;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What an {@link Edit} comes to on the menu as it is. */
public sealed interface Step {

    /** The menu says so already. */
    record Nothing() implements Step {}

    /** Some fields of one item. */
    record PatchItem(String itemId, ObjectNode fields) implements Step {}

    /** Some fields of several items. */
    record PatchItems(ObjectNode batch) implements Step {}

    /** The whole menu. */
    record Replace(ObjectNode menu) implements Step {}

    /** Somebody else has changed the same in another way. */
    record Clash(List<Difference> differences) implements Step {
        /** Copies the list. */
        public Clash {
            differences = List.copyOf(differences);
        }
    }

    /** What was to be changed is not there any more. */
    record Gone() implements Step {}

    /**
     * It cannot be done.
     *
     * @param message the name of a message that says why
     */
    record Refuse(String message) implements Step {}
}
