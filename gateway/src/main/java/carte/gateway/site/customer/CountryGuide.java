package carte.gateway.site.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What there is to choose from in a country, as its restaurants say. */
record CountryGuide(List<Entry> restaurants) {

    /** Copies the list. */
    CountryGuide {
        restaurants = List.copyOf(restaurants);
    }

    /** One restaurant. */
    record Entry(String id, String name, String city, List<String> cuisines) {

        static Entry of(JsonNode restaurant) {
            return new Entry(restaurant.path("id").asString(""),
                    restaurant.path("name").asString(""), restaurant.path("city").asString(""),
                    restaurant.path("cuisines").valueStream()
                            .map(cuisine -> cuisine.asString("")).toList());
        }
    }

    /** A city or a cuisine, and how many restaurants it has. */
    record Choice(String name, long restaurants) {}

    static CountryGuide of(Collection<JsonNode> restaurants) {
        return new CountryGuide(restaurants.stream().map(Entry::of).toList());
    }

    /** Returns the cities by their names. */
    public List<Choice> cities() {
        return counted(restaurants.stream().map(Entry::city));
    }

    /** Returns the cuisines by their names. */
    public List<Choice> cuisines() {
        return counted(restaurants.stream().flatMap(entry -> entry.cuisines().stream()));
    }

    private static List<Choice> counted(Stream<String> names) {
        Map<String, Long> counts = names.filter(name -> !name.isEmpty())
                .collect(Collectors.groupingBy(
                        name -> name, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> new Choice(count.getKey(), count.getValue()))
                .toList();
    }
}
