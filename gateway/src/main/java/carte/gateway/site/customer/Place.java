package carte.gateway.site.customer;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A country that somebody can choose.
 *
 * @param code ISO 3166-1 alpha-2
 * @param name in the language of the page
 */
record Place(String code, String name, boolean current) {

    private static final Set<String> COUNTRIES = Locale.getISOCountries(
            IsoCountryCode.PART1_ALPHA2);
    private static final int LONGEST = 256;

    /** Tells whether there is a country of this code. */
    static boolean isCountry(@Nullable String code) {
        return code != null && COUNTRIES.contains(code);
    }

    /** Returns all of these by their names, the current one first. */
    static List<Place> of(Collection<String> codes, String current, Locale language) {
        return codes.stream()
                .map(code -> new Place(code,
                        Locale.of("", code).getDisplayCountry(language), code.equals(current)))
                .sorted(Comparator.comparing(Place::current).reversed()
                        .thenComparing(Place::name, Collator.getInstance(language)))
                .toList();
    }

    /**
     * Returns the country that a visitor has most likely in mind.
     *
     * @param asked what the address says
     * @param kept what was chosen before
     * @param accepted the browser's {@code Accept-Language}, whose regions are a hint
     * @param known those with restaurants, of which the first is for all others
     */
    static String choose(
            @Nullable String asked,
            @Nullable String kept,
            @Nullable String accepted,
            List<String> known) {
        if (isCountry(asked)) {
            return String.valueOf(asked);
        }
        if (kept != null && known.contains(kept)) {
            return kept;
        }
        return regions(accepted).stream().filter(known::contains).findFirst()
                .orElse(known.getFirst());
    }

    private static List<String> regions(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank() || accepted.length() > LONGEST) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()).getCountry())
                    .toList();
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }
}
