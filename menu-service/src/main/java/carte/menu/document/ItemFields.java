package carte.menu.document;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Money;
import carte.contracts.menu.ServiceHours;
import carte.contracts.menu.Tax;
import carte.contracts.menu.Translation;
import java.util.List;
import java.util.Map;

/**
 * The body that {@link ItemPatch} reads, for those who describe it: any of these, nothing else.
 */
public record ItemFields(
        String name,
        String description,
        Money price,
        Availability availability,
        List<ServiceHours> hours,
        List<String> allergens,
        List<String> diets,
        String image,
        List<String> modifierGroups,
        Map<String, Money> prices,
        Map<String, Translation> translations,
        Tax tax) {

    /** The fields of one item in a batch. */
    public record OfItem(
            String itemId,
            String name,
            String description,
            Money price,
            Availability availability,
            List<ServiceHours> hours,
            List<String> allergens,
            List<String> diets,
            String image,
            List<String> modifierGroups,
            Map<String, Money> prices,
            Map<String, Translation> translations,
            Tax tax) {}

    /** The body that {@link ItemChanges} reads. */
    public record Batch(List<OfItem> changes) {}
}
