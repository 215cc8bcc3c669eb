package carte.menu.restaurant;

import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of a list ended: a text that clients send back as it is. */
record Cursor(RestaurantId last) {

    private static final String FORMAT = "1:";

    static Cursor parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String plain = new String(bytes, StandardCharsets.UTF_8);
            if (plain.startsWith(FORMAT)) {
                return new Cursor(new RestaurantId(plain.substring(FORMAT.length())));
            }
        } catch (IllegalArgumentException _) {
            // Neither base64 nor an id: told below.
        }
        throw ProblemException.of(ProblemType.MALFORMED_REQUEST,
                "cursor: expected the \"next\" of an earlier answer, as it was");
    }

    String text() {
        byte[] plain = (FORMAT + last.value()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
