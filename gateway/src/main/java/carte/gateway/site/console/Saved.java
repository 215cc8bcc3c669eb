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

    /**
     * It was not taken.
     *
     * @param messages names of messages that say why
     * @param words sentences of the API that say why
     */
    record Refused(List<String> messages, List<String> words) implements Saved {
        /** Copies the lists. */
        public Refused {
            messages = List.copyOf(messages);
            words = List.copyOf(words);
        }

        /** Makes one of a message. */
        public static Refused because(String message) {
            return new Refused(List.of(message), List.of());
        }
    }
}
