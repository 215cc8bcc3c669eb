package carte.menu.history;

import carte.contracts.menu.MenuVersion;
import carte.kit.http.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of a history ended: a text that clients send back as it is. */
record VersionCursor(MenuVersion last) {

    /** Nothing is older than version 1, so no page with a next one ends there. */
    private static final Pattern FORM = Pattern.compile("versions:([1-9][0-9]{1,17}|[2-9])");

    static VersionCursor parse(String text) {
        try {
            String plain = new String(
                    Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Matcher matcher = FORM.matcher(plain);
            if (matcher.matches()) {
                return new VersionCursor(new MenuVersion(Long.parseLong(matcher.group(1))));
            }
        } catch (IllegalArgumentException _) {
            // Not base64: told below.
        }
        throw QueryParameters.malformed(
                "cursor: expected the \"next\" of an earlier answer, as it was");
    }

    String text() {
        byte[] plain = ("versions:" + last).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
