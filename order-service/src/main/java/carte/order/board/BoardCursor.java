package carte.order.board;

import carte.kit.http.QueryParameters;
import carte.order.book.OrderPosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of orders ended, as a text that nobody has to understand. */
final class BoardCursor {

    private static final Pattern FORM = Pattern.compile(
            "1:(\\d{1,16}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private BoardCursor() {}

    static String text(OrderPosition position) {
        String plain = "1:" + ChronoUnit.MICROS.between(Instant.EPOCH, position.placedAt()) + ":"
                + position.id();
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static OrderPosition parse(String text) {
        try {
            byte[] plain = Base64.getUrlDecoder().decode(text);
            Matcher parts = FORM.matcher(new String(plain, StandardCharsets.UTF_8));
            if (parts.matches()) {
                return new OrderPosition(
                        Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                        UUID.fromString(parts.group(2)));
            }
        } catch (IllegalArgumentException _) {
            // Not base64: told below.
        }
        throw QueryParameters.malformed(
                "cursor: expected the \"next\" of an earlier answer, as it was");
    }
}
