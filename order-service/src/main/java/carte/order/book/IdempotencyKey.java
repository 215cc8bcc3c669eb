package carte.order.book;

import java.util.regex.Pattern;

/**
 * A client's name for one order, however often it is sent.
 *
 * @param value 1 to 255 visible characters of ASCII
 */
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** Throws {@link IllegalArgumentException} if {@code value} is not of that form. */
    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected 1 to 255 visible ASCII characters without spaces");
        }
    }
}
