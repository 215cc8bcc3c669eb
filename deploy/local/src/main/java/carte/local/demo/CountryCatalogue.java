package carte.local.demo;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.Translation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a country's file holds: its cities, its dishes and the restaurants that serve them.
 *
 * @param perDollar how many units of the currency buy what a dollar buys on a US menu
 * @param priceStep the step that prices are rounded to, in units of the currency
 * @param cities by name
 */
record CountryCatalogue(
        String country,
        String currency,
        String timeZone,
        BigDecimal perDollar,
        BigDecimal priceStep,
        Map<String, Location> cities,
        Names names,
        List<Restaurant> restaurants,
        List<DishSection> sections,
        List<Choice> modifierGroups) {

    /** The ten countries, in the order in which they are loaded. */
    static final List<String> COUNTRIES = List.of("NG", "GH", "CI", "SN", "KE", "UG", "TZ", "RW",
            "EG", "MA");

    // A misspelt field in a file must not pass unnoticed.
    private static final JsonMapper STRICT = ContractJson.mapper().rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static List<CountryCatalogue> readAll() {
        return COUNTRIES.stream().map(CountryCatalogue::read).toList();
    }

    static CountryCatalogue read(String country) {
        String name = country + ".json";
        try (InputStream file = CountryCatalogue.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no demo file " + name);
            }
            return STRICT.readValue(file, CountryCatalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the sections with these ids, in this order. */
    List<DishSection> sections(List<String> ids) {
        return ids.stream().map(this::section).toList();
    }

    private DishSection section(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst()
                .orElseThrow(() -> missing("section", id));
    }

    Choice choice(String id) {
        return modifierGroups.stream().filter(choice -> choice.id().equals(id)).findFirst()
                .orElseThrow(() -> missing("modifier group", id));
    }

    Location city(String name) {
        Location location = cities.get(name);
        if (location == null) {
            throw missing("city", name);
        }
        return location;
    }

    private IllegalArgumentException missing(String what, String id) {
        return new IllegalArgumentException(
                country + ".json has no " + what + " \"" + id + "\"");
    }

    /** Words that generated restaurants are named from. */
    record Names(List<String> owners, List<String> places) {}

    /**
     * A hand-made restaurant.
     *
     * @param location the city's if absent
     * @param hours like {@code MON-SAT 10:00-23:00}
     * @param closed dates on which it stays closed
     * @param sections ids of sections, in the order of the menu
     * @param prices factor on the country's prices; 1 if absent
     * @param delivery factor on the price when delivered; no price of its own if absent
     */
    record Restaurant(
            String id,
            String name,
            String city,
            @Nullable Location location,
            List<String> cuisines,
            List<String> hours,
            @Nullable List<String> closed,
            List<String> sections,
            @Nullable BigDecimal prices,
            @Nullable BigDecimal delivery) {}

    record DishSection(
            String id,
            String name,
            @Nullable List<String> hours,
            @Nullable Map<String, Translation> translations,
            List<Dish> items) {}

    /** A dish with its price in units of the currency (not minor units). */
    record Dish(
            String id,
            String name,
            @Nullable String description,
            BigDecimal price,
            @Nullable List<String> groups,
            @Nullable List<String> allergens,
            @Nullable List<String> diets,
            @Nullable List<String> hours,
            @Nullable Map<String, Translation> translations) {

        Stream<String> groupIds() {
            return groups == null ? Stream.of() : groups.stream();
        }
    }

    /** A modifier group. */
    record Choice(
            String id,
            String name,
            int min,
            int max,
            int free,
            @Nullable Map<String, Translation> translations,
            List<ChoiceOption> options) {}

    /** An option of a modifier group, with its price in units of the currency. */
    record ChoiceOption(
            String id,
            String name,
            BigDecimal price,
            @Nullable Integer max,
            @Nullable List<String> groups,
            @Nullable List<String> allergens,
            @Nullable Map<String, Translation> translations) {

        Stream<String> groupIds() {
            return groups == null ? Stream.of() : groups.stream();
        }
    }
}
