package carte.contracts.menu;

import java.util.List;
import java.util.Map;

/**
 * A choice that a customer makes for an item.
 *
 * @param min fewest options to choose, counting quantities
 * @param max most options to choose
 * @param free how many of the chosen options cost nothing
 */
public record ModifierGroup(
        String id,
        String name,
        int min,
        int max,
        int free,
        List<Option> options,
        Map<String, Translation> translations) {

    /** Copies the collections; absent ones are empty. */
    public ModifierGroup {
        options = Lists.copyOrEmpty(options);
        translations = Lists.copyOrEmpty(translations);
    }
}
