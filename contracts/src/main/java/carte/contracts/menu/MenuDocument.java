package carte.contracts.menu;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a restaurant's menu, whole.
 *
 * @param currency ISO 4217; every price of the menu is in it
 * @param publishedAt the database time of the transaction that made this version
 * @param sections in the order in which they are shown
 * @param modifierGroups the groups that items and options refer to by id
 * @param tax of all items that do not say otherwise; null, and left out of JSON: not said
 */
public record MenuDocument(
        RestaurantId restaurantId,
        MenuVersion version,
        String currency,
        Instant publishedAt,
        List<Section> sections,
        List<ModifierGroup> modifierGroups,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Tax tax) {

    /** The form of the ids of sections, items, groups and options. */
    public static final String ID_PATTERN = "[a-z0-9-]{1,64}";

    /** Copies the lists; absent ones are empty. */
    public MenuDocument {
        sections = Lists.copyOrEmpty(sections);
        modifierGroups = Lists.copyOrEmpty(modifierGroups);
    }

    /** Makes a menu that says nothing of tax. */
    public MenuDocument(
            RestaurantId restaurantId,
            MenuVersion version,
            String currency,
            Instant publishedAt,
            List<Section> sections,
            List<ModifierGroup> modifierGroups) {
        this(restaurantId, version, currency, publishedAt, sections, modifierGroups, null);
    }
}
