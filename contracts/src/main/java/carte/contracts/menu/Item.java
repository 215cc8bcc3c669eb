package carte.contracts.menu;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer can order.
 *
 * @param price without options, for the fulfilments that {@code prices} does not name
 * @param hours when the item is served, in the restaurant's time zone; empty: as its section
 * @param image an https URL
 * @param modifierGroups ids of {@link ModifierGroup}s
 * @param prices by fulfilment, {@code DELIVERY} or {@code PICKUP}
 * @param translations by language (BCP 47)
 * @param tax in place of the menu's; null, and left out of JSON: the menu's
 */
public record Item(
        String id,
        String name,
        @Nullable String description,
        Money price,
        Availability availability,
        List<ServiceHours> hours,
        List<String> allergens,
        List<String> diets,
        @Nullable String image,
        List<String> modifierGroups,
        Map<String, Money> prices,
        Map<String, Translation> translations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Tax tax) {

    /** Copies the collections; absent ones are empty, and an item is available unless it says. */
    public Item {
        availability = availability == null ? Availability.AVAILABLE : availability;
        hours = Lists.copyOrEmpty(hours);
        allergens = Lists.copyOrEmpty(allergens);
        diets = Lists.copyOrEmpty(diets);
        modifierGroups = Lists.copyOrEmpty(modifierGroups);
        prices = Lists.copyOrEmpty(prices);
        translations = Lists.copyOrEmpty(translations);
    }

    /** Makes an item that is taxed as its menu says. */
    public Item(
            String id,
            String name,
            @Nullable String description,
            Money price,
            Availability availability,
            List<ServiceHours> hours,
            List<String> allergens,
            List<String> diets,
            @Nullable String image,
            List<String> modifierGroups,
            Map<String, Money> prices,
            Map<String, Translation> translations) {
        this(id, name, description, price, availability, hours, allergens, diets, image,
                modifierGroups, prices, translations, null);
    }
}
