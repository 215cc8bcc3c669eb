package carte.gateway.site.console;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What became of an {@link Edit}. */
public sealed interface Saved {

    /** It is published as this version. */
    record Published(long version, ObjectNode menu) implements Saved {}

    /** There was nothing to change. */
    record Same(ObjectNode menu) implements Saved {}

    /** Somebody else has changed the same: one of both has to be chosen. */
    record Clashed(ObjectNode menu, List<Difference> differences) implements Saved {
        /** Copies the list. */
        public Clashed {
            differences = List.copyOf(differences);
        }
    }

    /** It was not taken. */
    record Refused(Refusal why) implements Saved {
        /** Makes one of a message. */
        public static Refused because(String message) {
            return new Refused(Refusal.because(message));
        }
    }
}
