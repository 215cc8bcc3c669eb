package carte.gateway.site.console;

import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody wants done to a menu: decided on the menu as it is when it is saved, which others
 * may have changed since they saw it.
 */
@FunctionalInterface
public interface Edit {

    /**
     * Returns what is to be sent to have it done.
     *
     * @param menu the newest, which may be changed and sent back
     */
    Step on(ObjectNode menu);
}
