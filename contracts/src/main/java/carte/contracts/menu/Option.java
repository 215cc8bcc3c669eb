package carte.contracts.menu;

import java.util.List;
import java.util.Map;

/**
 * One of the options of a {@link ModifierGroup}.
 *
 * @param price added to the item's
 * @param max how many of this option one item may have
 * @param modifierGroups ids of the groups that choosing this option opens
 */
public record Option(
        String id,
        String name,
        Money price,
        int max,
        List<String> modifierGroups,
        List<String> allergens,
        Map<String, Translation> translations) {

    /** Copies the collections; absent ones are empty. */
    public Option {
        modifierGroups = Lists.copyOrEmpty(modifierGroups);
        allergens = Lists.copyOrEmpty(allergens);
        translations = Lists.copyOrEmpty(translations);
    }
}
