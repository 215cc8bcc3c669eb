package carte.gateway.site.console.editor;

import carte.gateway.site.console.Prices;
import carte.gateway.site.console.RestaurantFacts;
import carte.gateway.site.console.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item with all that can be changed of it.
 *
 * @param delivery its price when it is delivered; empty for the same
 */
record ItemView(
        RowView row,
        String description,
        String image,
        String delivery,
        String wasAllergens,
        String wasDiets,
        String wasGroups,
        List<Choice> allergens,
        List<Choice> diets,
        List<Choice> groups,
        String removal) {

    // What the API knows by name; a diet may be any word.
    private static final List<String> ALLERGENS = List.of("celery", "crustaceans", "eggs", "fish",
            "gluten", "lupin", "milk", "molluscs", "mustard", "nuts", "peanuts", "sesame",
            "soybeans",
            "sulphites");
    private static final List<String> DIETS = List.of("vegan", "vegetarian", "halal", "kosher",
            "gluten-free");

    /**
     * Something that can be ticked.
     *
     * @param message the name of its message; empty where {@code name} says it
     */
    record Choice(String value, String message, String name, boolean chosen) {}

    static ItemView of(
            ObjectNode menu, ObjectNode item, RestaurantFacts restaurant, Locale locale) {
        RowView row = new RowView.Maker(restaurant, menu, locale).row(item, "");
        List<String> allergens = texts(item, "allergens");
        List<String> diets = texts(item, "diets");
        List<String> groups = texts(item, "modifierGroups");
        return new ItemView(
                row,
                item.path("description").asString(""),
                item.path("image").asString(""),
                Prices.field(item.path("prices").path("DELIVERY")),
                String.join(",", allergens),
                String.join(",", diets),
                String.join(",", groups),
                choices("console.allergen.", ALLERGENS, allergens),
                choices("console.diet.", DIETS, diets),
                Tree.groups(menu).stream().map(group -> new Choice(Tree.id(group), "",
                        Tree.name(group), groups.contains(Tree.id(group)))).toList(),
                row.address() + "/removal");
    }

    private static List<Choice> choices(String prefix, List<String> known, List<String> chosen) {
        List<Choice> choices = new ArrayList<>();
        Stream.concat(known.stream(), chosen.stream()).distinct().forEach(each -> choices.add(
                new Choice(each, known.contains(each) ? prefix + each : "", each,
                        chosen.contains(each))));
        return choices;
    }

    private static List<String> texts(JsonNode item, String field) {
        return item.path(field).valueStream().map(each -> each.asString("")).toList();
    }
}
