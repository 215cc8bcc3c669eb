package carte.gateway.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The languages that pages are written in, and which of them a visitor gets. */
public final class Languages {

    /** What somebody gets who asks for none of them. */
    public static final Locale DEFAULT = Locale.ENGLISH;

    /** All of them, the default first. */
    public static final List<Locale> ALL = List.of(DEFAULT, Locale.FRENCH);

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");
    private static final int LONGEST = 256;

    private Languages() {}

    /**
     * Returns a visitor's language.
     *
     * @param asked what the address says, which is what somebody has just chosen
     * @param kept what was chosen before
     * @param accepted the browser's {@code Accept-Language}
     */
    public static Locale choose(
            @Nullable String asked, @Nullable String kept, @Nullable String accepted) {
        return named(asked)
                .or(() -> named(kept))
                .or(() -> firstOf(accepted))
                .orElse(DEFAULT);
    }

    /** Returns the language of this tag; nothing if no page is written in it. */
    static Optional<Locale> named(@Nullable String tag) {
        return ALL.stream().filter(known -> known.toLanguageTag().equals(tag)).findFirst();
    }

    private static Optional<Locale> firstOf(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank() || accepted.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    Locale.lookup(Locale.LanguageRange.parse(accepted), ALL));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Returns which way a language is written: {@code ltr} or {@code rtl}. */
    public static String direction(Locale locale) {
        return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
    }
}
