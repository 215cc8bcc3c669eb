package carte.gateway.edge;

import carte.contracts.menu.LanguageLookup;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.regex.Pattern;

/**
 * Which language a reader likes best (RFC 9110, section 12.5.4). Browsers send the same few values
 * with each request, so what was made of them is remembered.
 */
final class AcceptLanguage {

    /** Longer values are nobody's list of languages, and would cost the more to be read. */
    private static final int LONGEST = 256;
    private static final long MOST_KNOWN = 1_000;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{1,8}(?:-[a-z0-9]{1,8})*");

    private final Cache<String, LanguageLookup> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .build();

    /** Returns the first preference; none if it is any language, or if it cannot be read. */
    LanguageLookup preference(List<String> values) {
        if (values.isEmpty()) {
            return LanguageLookup.NONE;
        }
        String value = values.size() == 1 ? values.getFirst() : String.join(",", values);
        return value.length() > LONGEST
                ? LanguageLookup.NONE
                : known.get(value, AcceptLanguage::read);
    }

    private static LanguageLookup read(String value) {
        try {
            // The heaviest stands first; of those that weigh the same, the one that was sent first.
            return LanguageRange.parse(value).stream().limit(1)
                    .filter(best -> best.getWeight() > 0)
                    .map(LanguageRange::getRange)
                    .filter(best -> LANGUAGE.matcher(best).matches())
                    .map(LanguageLookup::of)
                    .findFirst().orElse(LanguageLookup.NONE);
        } catch (IllegalArgumentException _) {
            return LanguageLookup.NONE;
        }
    }
}
