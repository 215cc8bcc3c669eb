package carte.gateway.site.console.editor;

import carte.gateway.site.console.Form;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.RestaurantFacts;
import carte.gateway.site.console.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item with all that can be changed of it.
 *
 * @param typed what stands in the fields, by their names
 * @param was what stood there when the page was made, by the names with {@code was-} before them
 */
record ItemView(
        RowView row,
        Map<String, String> typed,
        Map<String, String> was,
        List<Choice> allergens,
        List<Choice> diets,
        List<Choice> groups,
        String removal) {

    // What the API knows by name; a diet may be any word.
    private static final List<String> ALLERGENS = List.of("celery", "crustaceans", "eggs", "fish",
            "gluten", "lupin", "milk", "molluscs", "mustard", "nuts", "peanuts", "sesame",
            "soybeans",
            "sulphites");
    private static final List<String> LISTS = List.of("allergens", "diets", "modifierGroups");
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
        Map<String, String> says = new LinkedHashMap<>();
        says.put("name", Tree.name(item));
        says.put("price", Prices.field(item.path("price")));
        says.put("description", item.path("description").asString(""));
        says.put("image", item.path("image").asString(""));
        says.put("delivery", Prices.field(item.path("prices").path("DELIVERY")));
        says.put("pickup", Prices.field(item.path("prices").path("PICKUP")));
        Map<String, String> was = new LinkedHashMap<>();
        says.forEach((name, text) -> was.put("was-" + name, text));
        LISTS.forEach(name -> was.put("was-" + name, String.join(",", texts(item, name))));
        return of(menu, new RowView.Maker(restaurant, menu, locale).row(item, ""), says, was,
                name -> texts(item, name));
    }

    /** Makes the view of a form that comes back as it was filled in. */
    static ItemView of(ObjectNode menu, ObjectNode item, RestaurantFacts restaurant,
            Locale locale, Form form) {
        ItemView now = of(menu, item, restaurant, locale);
        Map<String, String> typed = new LinkedHashMap<>(now.typed());
        typed.replaceAll((name, text) -> form.find(name).orElse(text));
        Map<String, String> was = new LinkedHashMap<>(now.was());
        was.replaceAll((name, text) -> form.find(name).orElse(text));
        return of(menu, now.row(), typed, was, form::all);
    }

    private static ItemView of(ObjectNode menu, RowView row, Map<String, String> typed,
            Map<String, String> was, Function<String, List<String>> ticked) {
        List<String> groups = ticked.apply("modifierGroups");
        return new ItemView(row, typed, was,
                choices("console.allergen.", ALLERGENS, ticked.apply("allergens")),
                choices("console.diet.", DIETS, ticked.apply("diets")),
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
