package carte.menu.http;

import carte.contracts.menu.MenuVersion;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** Whether a reader has a version already (RFC 9110, section 13.1.2). */
public final class IfNoneMatch {

    private IfNoneMatch() {}

    /** Compares weakly; a header that cannot be read asks for nothing and gets the whole menu. */
    public static boolean hasAlready(HttpHeaders headers, MenuVersion version) {
        List<String> values = headers.getOrEmpty(HttpHeaders.IF_NONE_MATCH);
        if (values.isEmpty()) {
            return false;
        }
        String text = String.join(",", values).strip();
        String tag = version.entityTag();
        return text.equals("*") || EntityTags.parse(text)
                .filter(tags -> tags.tags().contains(tag)
                        || tags.tags().contains(EntityTags.WEAK + tag))
                .isPresent();
    }
}
