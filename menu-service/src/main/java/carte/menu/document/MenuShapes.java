package carte.menu.document;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Option;
import carte.contracts.menu.Section;
import carte.contracts.menu.ServiceHours;
import carte.contracts.menu.Tax;
import carte.contracts.menu.Translation;
import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Shape;
import carte.kit.openapi.Shapes;
import org.springframework.stereotype.Component;

/** How menus look as JSON, with the very bounds that the readers hold them to. */
@Component
final class MenuShapes implements ApiShapes {

    private static final String ID = MenuLimits.ID.pattern();
    private static final String CURRENCY = MenuLimits.CURRENCY.pattern();
    private static final String PRICE = """
            {"properties": {"amount": {"maximum": %d}}}""".formatted(MenuLimits.PRICE);
    private static final String FULFILMENTS = """
            {"propertyNames": {"enum": ["DELIVERY", "PICKUP"]}}""";

    @Override
    public void describe(Shapes shapes) {
        shapes.variable("items/{itemId}", "The item, by the owner's id.", """
                {"type": "string", "pattern": "^%s$"}""".formatted(ID), "jollof");
        menus(shapes);
        items(shapes);
        groups(shapes);
        parts(shapes);
        patches(shapes);
    }

    private static void menus(Shapes shapes) {
        shapes.of(MenuDocument.class).named("Menu")
                .is("One version of a restaurant's menu, whole.")
                .matching("currency", CURRENCY)
                .field("publishedAt", "When this version was made, by the database's clock.")
                .omitted("tax");
        shapes.of(MenuContent.class).named("Menu")
                .is("A whole menu. What a read answered may be sent back.")
                .required("currency")
                .matching("currency", CURRENCY)
                .size("sections", 0, MenuLimits.SECTIONS)
                .size("modifierGroups", 0, MenuLimits.GROUPS)
                .ignored("restaurantId", "version", "publishedAt");
        shapes.of(Section.class)
                .is("A titled part of a menu, which may hold sections of its own, two levels.")
                .required("id", "name")
                .matching("id", ID)
                .text("name", 1, MenuLimits.NAME)
                .size("items", 0, MenuLimits.ITEMS)
                .size("sections", 0, MenuLimits.SECTIONS)
                .size("hours", 0, MenuLimits.HOURS)
                .field("hours", "When those of its items are served that do not say it"
                        + " themselves; empty: always, or as the section around it.")
                .size("translations", 0, MenuLimits.LANGUAGES);
    }

    private static void items(Shapes shapes) {
        Shape item = shapes.of(Item.class)
                .is("Something a customer can order.")
                .required("id", "name", "price")
                .matching("id", ID)
                .omitted("tax")
                .field("tax", "In place of the menu's.");
        itemFields(item);
    }

    private static void patches(Shapes shapes) {
        itemFields(shapes.of(ItemFields.class).named("ItemChange")
                .is("The fields to change; the others stay. Null clears one.")
                .neverNull("name", "price"));
        itemFields(shapes.of(ItemFields.OfItem.class).named("ItemChangeOfBatch")
                .is("An item's id and the fields to change.")
                .required("itemId")
                .matching("itemId", ID)
                .neverNull("name", "price"));
        shapes.of(ItemFields.Batch.class).named("ItemChanges")
                .is("Changes that take effect together or not at all.")
                .required("changes")
                .size("changes", 1, MenuLimits.ITEMS);
    }

    private static void itemFields(Shape item) {
        item.text("name", 1, MenuLimits.NAME)
                .text("description", 0, MenuLimits.DESCRIPTION)
                .with("price", PRICE)
                .field("price", "Without options, for fulfilments that prices does not name.")
                .size("hours", 0, MenuLimits.HOURS)
                .field("hours", "When it is served; empty: always, or as its section.")
                .eachOneOf("allergens", Allergen.NAMES)
                .eachMatching("diets", MenuLimits.DIET.pattern())
                .size("diets", 0, MenuLimits.DIETS)
                .matching("image", "https://.{1,1990}")
                .eachMatching("modifierGroups", ID)
                .size("modifierGroups", 0, MenuLimits.REFERENCES)
                .with("prices", FULFILMENTS)
                .size("translations", 0, MenuLimits.LANGUAGES)
                .field("translations", "By language (BCP 47).");
    }

    private static void groups(Shapes shapes) {
        shapes.of(ModifierGroup.class)
                .is("A choice that a customer makes for an item.")
                .required("id", "name", "max")
                .matching("id", ID)
                .text("name", 1, MenuLimits.NAME)
                .between("min", 0, MenuLimits.CHOICES)
                .between("max", 1, MenuLimits.CHOICES)
                .between("free", 0, MenuLimits.CHOICES)
                .field("free", "How many of the chosen options cost nothing.")
                .size("options", 0, MenuLimits.OPTIONS);
        shapes.of(Option.class)
                .is("One of the options of a group.")
                .required("id", "name", "price")
                .matching("id", ID)
                .text("name", 1, MenuLimits.NAME)
                .with("price", PRICE)
                .between("max", 1, MenuLimits.CHOICES)
                .eachMatching("modifierGroups", ID)
                .eachOneOf("allergens", Allergen.NAMES);
    }

    private static void parts(Shapes shapes) {
        shapes.of(ServiceHours.class)
                .is("A period on some days of the week, in the restaurant's time zone.")
                .required("days", "from", "to")
                .unique("days")
                .size("days", 1, ServiceHours.Day.values().length)
                .field("to", "Exclusive; at or before from it is on the day after.");
        shapes.of(Availability.class)
                .is("Whether an item can be ordered.")
                .required("status")
                .field("until", "When the item comes back by itself; only if not AVAILABLE.");
        shapes.of(Tax.class)
                .is("The tax on prices.")
                .required("rateBasisPoints", "included")
                .between("rateBasisPoints", 0, MenuLimits.TAX_BASIS_POINTS)
                .field("rateBasisPoints", "Hundredths of a percent: 750 is 7.5 %.")
                .field("included", "Whether prices include it already.");
        shapes.of(Translation.class)
                .is("Words in one language.")
                .text("name", 0, MenuLimits.NAME)
                .text("description", 0, MenuLimits.DESCRIPTION);
    }
}
