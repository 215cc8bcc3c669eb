package carte.menu.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The 14 allergens that the European Union has declared (Regulation 1169/2011, annex II). */
enum Allergen {
    GLUTEN,
    CRUSTACEANS,
    EGGS,
    FISH,
    PEANUTS,
    SOYBEANS,
    MILK,
    NUTS,
    CELERY,
    MUSTARD,
    SESAME,
    SULPHITES,
    LUPIN,
    MOLLUSCS;

    /** The names as documents have them. */
    static final Set<String> NAMES = Arrays.stream(values())
            .map(allergen -> allergen.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
}
