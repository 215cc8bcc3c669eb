package carte.menu.http;

import carte.contracts.menu.MenuVersion;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a version as addresses and queries have it. */
public final class VersionNumber {

    /** So many digits fit whatever they are. */
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    private VersionNumber() {}

    /** Returns the version, or nothing if no version can have this number. */
    public static Optional<MenuVersion> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new MenuVersion(Long.parseLong(text)))
                : Optional.empty();
    }
}
