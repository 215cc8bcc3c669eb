package carte.contracts.menu;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The version of one restaurant's menu: 1 when the restaurant is created, one more at each change.
 *
 * @param number zero ({@link #NONE}) where there is no menu, else at least 1
 */
public record MenuVersion(@JsonValue long number) implements Comparable<MenuVersion> {

    /** Older than every menu. */
    public static final MenuVersion NONE = new MenuVersion(0);

    /** The version of a restaurant's first, empty menu. */
    public static final MenuVersion FIRST = new MenuVersion(1);

    private static final Pattern TRANSLATION_TAG = Pattern
            .compile("(?:W/)?\"[0-9]+;[A-Za-z0-9-]+\"");

    /** Throws {@link IllegalArgumentException} if {@code number} is negative. */
    @JsonCreator
    public MenuVersion {
        if (number < 0) {
            throw new IllegalArgumentException("a menu version is not negative: " + number);
        }
    }

    /** Returns the version that the next change makes. */
    public MenuVersion next() {
        return new MenuVersion(number + 1);
    }

    /** Tells whether {@code other} supersedes this version. */
    public boolean isOlderThan(MenuVersion other) {
        return number < other.number;
    }

    /** Returns the strong entity tag of this version (RFC 9110), quotes included. */
    public String entityTag() {
        return "\"" + number + "\"";
    }

    /**
     * Returns the strong entity tag of this version in the words of a language, quotes included.
     *
     * @param language a well-formed language tag (BCP 47)
     */
    public String entityTag(String language) {
        return "\"" + number + ";" + language + "\"";
    }

    /** Tells whether an entity tag is one that {@link #entityTag(String)} makes, weak or not. */
    public static boolean isOfTranslation(String entityTag) {
        return TRANSLATION_TAG.matcher(entityTag).matches();
    }

    @Override
    public int compareTo(MenuVersion other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
