package carte.gateway.site.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as people read them: on their restaurant's clock. */
public final class Times {

    private Times() {}

    /** Returns a time of the API as text; null if there is none. */
    public static @Nullable String shown(String time, ZoneId zone, Locale locale) {
        if (time.isEmpty()) {
            return null;
        }
        try {
            return shown(Instant.parse(time), zone, locale);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** Returns a time as text. */
    public static String shown(Instant time, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale).format(time.atZone(zone));
    }

    /** Returns the time of day as text. */
    public static String clock(Instant time, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale).format(time.atZone(zone));
    }
}
