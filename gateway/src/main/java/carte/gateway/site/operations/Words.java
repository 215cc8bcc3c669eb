package carte.gateway.site.operations;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as people read them, in their language. */
final class Words {

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;
    private static final double MEGABYTE = 1 << 20;

    /** Those units that languages write in letters of their own. */
    private record Units(String day, String megabyte) {

        static Units of(Locale locale) {
            return locale.getLanguage().equals(Locale.FRENCH.getLanguage())
                    ? new Units("j", "Mo")
                    : new Units("d", "MB");
        }
    }

    private Words() {}

    /** Returns a time of seconds in the unit that suits it. */
    static String time(double seconds, Locale locale) {
        // Rounded first: 59.99 s are a minute.
        if (seconds < 0.9995) {
            double millis = seconds * 1e3;
            return number(millis, millis < 9.95 ? 1 : 0, locale) + " ms";
        }
        if (seconds < 59.95) {
            return number(seconds, 1, locale) + " s";
        }
        if (seconds < 2 * HOUR) {
            return number(seconds / MINUTE, 0, locale) + " min";
        }
        return seconds < 2 * DAY
                ? number(seconds / HOUR, 0, locale) + " h"
                : number(seconds / DAY, 0, locale) + " " + Units.of(locale).day();
    }

    static String count(double count, Locale locale) {
        return number(count, 0, locale);
    }

    static String megabytes(double used, double most, Locale locale) {
        return number(used / MEGABYTE, 0, locale) + " / " + number(most / MEGABYTE, 0, locale)
                + " " + Units.of(locale).megabyte();
    }

    /** A share that is not all is not said to be all. */
    static String share(double part, double whole, Locale locale) {
        if (whole <= 0) {
            return "–";
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(part / whole);
    }

    private static String number(double value, int most, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(most);
        return format.format(value);
    }
}
