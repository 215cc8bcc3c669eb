package carte.kit.http;

import java.util.List;
import java.util.Locale;

/** Whether a reader takes gzip (RFC 9110, section 12.5.3). */
public final class AcceptEncoding {

    private AcceptEncoding() {}

    /** Tells whether a value names gzip with a weight above zero, or a star covers it. */
    public static boolean gzip(List<String> values) {
        if (values.size() == 1 && values.getFirst().equals("gzip")) {
            return true;
        }
        boolean star = false;
        for (String coding : String.join(",", values).toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.split(";", 2);
            String name = parts[0].strip();
            boolean wanted = parts.length == 1 || weight(parts[1]) > 0;
            if (name.equals("gzip") || name.equals("x-gzip")) {
                return wanted;
            }
            star |= name.equals("*") && wanted;
        }
        return star;
    }

    /** A weight that cannot be read refuses: the plain form is always right. */
    private static double weight(String parameter) {
        String text = parameter.replace(" ", "");
        return text.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")
                ? Double.parseDouble(text.substring(2))
                : 0;
    }
}
