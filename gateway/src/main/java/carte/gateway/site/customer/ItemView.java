package carte.gateway.site.customer;

import java.util.List;

/**
 * One dish with all that can be chosen for it.
 *
 * @param version of the menu that it was read from
 */
record ItemView(long version, MenuView.DishView dish, List<GroupView> groups) {

    /** How the options of a group are chosen. */
    enum Choosing {
        /** One of them, and there has to be one. */
        ONE,
        /** Any of them, as many as the group allows. */
        SOME
    }

    /**
     * Options of which some are chosen.
     *
     * @param key tells this place of the group on the page from others
     * @param free how many of the chosen ones cost nothing
     */
    record GroupView(
            String key,
            String id,
            String name,
            int min,
            int max,
            int free,
            Choosing choosing,
            List<OptionView> options) {

        /** Returns the key of the sentence that says how many may be chosen. */
        public String rule() {
            if (min == 0) {
                return max == 1 ? "optional-one" : "optional";
            }
            return min == max ? "exactly" : "between";
        }
    }

    /**
     * One of the options.
     *
     * @param price in words, empty where it costs nothing
     * @param max how many of it one dish may have
     * @param countable whether it may be had more than once
     * @param groups that are open once it is chosen
     */
    record OptionView(
            String id,
            String name,
            String price,
            int max,
            boolean countable,
            List<String> allergens,
            List<GroupView> groups) {}
}
