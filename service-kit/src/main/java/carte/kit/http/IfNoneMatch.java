package carte.kit.http;

import carte.contracts.menu.MenuVersion;
import java.util.List;

/** Whether a reader has a version already (RFC 9110, section 13.1.2). */
public final class IfNoneMatch {

    private IfNoneMatch() {}

    /** Compares weakly; values that cannot be read ask for nothing and get the whole menu. */
    public static boolean hasAlready(List<String> values, MenuVersion version) {
        return hasAlready(values, version.entityTag());
    }

    /** Compares weakly with a strong tag, quotes included, as with that of a version. */
    public static boolean hasAlready(List<String> values, String tag) {
        if (values.isEmpty()) {
            return false;
        }
        String text = String.join(",", values).strip();
        return text.equals("*") || EntityTags.parse(text)
                .filter(tags -> tags.tags().contains(tag)
                        || tags.tags().contains(EntityTags.WEAK + tag))
                .isPresent();
    }
}
