package carte.menu.document;

import carte.contracts.menu.Item;
import carte.kit.json.JsonObject;

/** Reads one item, whole. */
final class ItemReader {

    private ItemReader() {}

    static Item read(JsonObject item, MenuReading reading) {
        return new Item(
                reading.itemId(item),
                item.text("name", MenuLimits.NAME),
                item.optionalText("description", MenuLimits.DESCRIPTION),
                PartReader.price(item, "price", reading.currency()),
                PartReader.availability(item, reading.now()),
                HoursReader.read(item, "hours"),
                PartReader.allergens(item),
                PartReader.diets(item),
                PartReader.image(item),
                reading.groupReferences(item, false),
                PartReader.prices(item, reading.currency()),
                PartReader.translations(item),
                PartReader.tax(item));
    }
}
