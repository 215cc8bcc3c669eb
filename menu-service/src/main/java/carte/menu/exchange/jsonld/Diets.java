package carte.menu.exchange.jsonld;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Diets by their names here and by those of schema.org's {@code RestrictedDiet}. */
final class Diets {

    private static final Map<String, String> SCHEMA = Map.ofEntries(
            Map.entry("diabetic", "DiabeticDiet"), Map.entry("gluten-free", "GlutenFreeDiet"),
            Map.entry("halal", "HalalDiet"), Map.entry("hindu", "HinduDiet"),
            Map.entry("kosher", "KosherDiet"), Map.entry("low-calorie", "LowCalorieDiet"),
            Map.entry("low-fat", "LowFatDiet"), Map.entry("low-lactose", "LowLactoseDiet"),
            Map.entry("low-salt", "LowSaltDiet"), Map.entry("vegan", "VeganDiet"),
            Map.entry("vegetarian", "VegetarianDiet"));

    private static final Map<String, String> CARTE = SCHEMA.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private Diets() {}

    /** Returns schema.org's addresses of those diets that it knows. */
    static List<String> addresses(List<String> diets) {
        return diets.stream().filter(SCHEMA::containsKey)
                .map(diet -> JsonLdFile.SCHEMA + SCHEMA.get(diet)).toList();
    }

    /** Tells whether schema.org knows all of them. */
    static boolean areAllKnown(List<String> diets) {
        return SCHEMA.keySet().containsAll(diets);
    }

    /** Returns the diets of addresses, names or plain words, each once. */
    static Set<String> read(List<String> values) {
        Set<String> diets = new LinkedHashSet<>();
        for (String value : values) {
            String local = Graph.local(value.strip());
            String known = CARTE.get(local);
            diets.add(known != null ? known : local.toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
        return diets;
    }
}
