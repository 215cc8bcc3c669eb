package carte.contracts.menu;

import java.time.Instant;
import java.util.List;

/**
 * One version of a restaurant's menu, whole.
 *
 * @param currency ISO 4217; every price of the menu is in it
 * @param publishedAt the database time of the transaction that made this version
 * @param sections in the order in which they are shown
 * @param modifierGroups the groups that items and options refer to by id
 */
public record MenuDocument(
        RestaurantId restaurantId,
        MenuVersion version,
        String currency,
        Instant publishedAt,
        List<Section> sections,
        List<ModifierGroup> modifierGroups) {

    /** Copies the lists; absent ones are empty. */
    public MenuDocument {
        sections = Lists.copyOrEmpty(sections);
        modifierGroups = Lists.copyOrEmpty(modifierGroups);
    }
}
