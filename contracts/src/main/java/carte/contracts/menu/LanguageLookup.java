package carte.contracts.menu;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A language and what it falls back to (RFC 4647, section 3.4): {@code fr-ca}, {@code fr}.
 *
 * @param tags in lower case, the most exact first; empty for no language at all
 */
public record LanguageLookup(List<String> tags) {

    /** Finds nothing. */
    public static final LanguageLookup NONE = new LanguageLookup(List.of());

    /** Copies the tags. */
    public LanguageLookup {
        tags = List.copyOf(tags);
    }

    /** Returns the lookup that begins with a well-formed language tag (BCP 47). */
    public static LanguageLookup of(String language) {
        List<String> tags = new ArrayList<>();
        String tag = language.toLowerCase(Locale.ROOT);
        while (!tag.isEmpty()) {
            tags.add(tag);
            tag = shorter(tag);
        }
        return new LanguageLookup(tags);
    }

    /** A single letter begins an extension and means nothing without what follows. */
    private static String shorter(String tag) {
        int end = tag.lastIndexOf('-');
        if (end >= 2 && tag.charAt(end - 2) == '-') {
            end -= 2;
        }
        return tag.substring(0, Math.max(0, end));
    }

    /** Returns the first of its tags that is among these, which are in lower case; else null. */
    public @Nullable String firstOf(Collection<String> languages) {
        for (String tag : tags) {
            if (languages.contains(tag)) {
                return tag;
            }
        }
        return null;
    }
}
