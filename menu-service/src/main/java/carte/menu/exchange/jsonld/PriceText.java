package carte.menu.exchange.jsonld;

import carte.menu.exchange.draft.MinorUnits;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Prices as people put them into web pages: {@code 2500}, {@code 2,500.00}, {@code ₦2 500},
 * {@code 12,50}. What can be read in two ways is not read.
 */
final class PriceText {

    private static final Pattern PLAIN = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d{1,15},\\d{1,2}");
    private static final Pattern GROUPS_OF_COMMAS = Pattern
            .compile("[1-9]\\d{0,2}(,\\d{3}){1,5}(\\.\\d{1,18})?");
    private static final Pattern GROUPS_OF_DOTS = Pattern
            .compile("[1-9]\\d{0,2}((\\.\\d{3}){2,5}|(\\.\\d{3}){1,5},\\d{1,18})");
    private static final Pattern GROUPS_OF_BLANKS = Pattern
            .compile("[1-9]\\d{0,2}([ '’\u00A0\u202F]\\d{3}){1,5}([.,]\\d{1,18})?");
    private static final Pattern SPACE = Pattern.compile("^[\\s\u00A0\u202F]+|[\\s\u00A0\u202F]+$");

    /** How a currency is written beside its ISO code; longer forms stand before shorter ones. */
    private static final Map<String, List<String>> SYMBOLS = Map.ofEntries(
            Map.entry("NGN", List.of("₦")), Map.entry("GHS", List.of("GH₵", "GH¢", "₵", "¢")),
            Map.entry("XOF", List.of("F CFA", "FCFA", "CFA")),
            Map.entry("KES", List.of("KSh.", "KSh", "Ksh", "KSH")),
            Map.entry("UGX", List.of("USh", "Ush", "USH")),
            Map.entry("TZS", List.of("TSh", "Tsh", "TSH")),
            Map.entry("RWF", List.of("FRw", "Frw", "RF")),
            Map.entry("EGP", List.of("E£", "L.E.", "LE", "ج.م")),
            Map.entry("MAD", List.of("Dhs", "DH", "Dh", "د.م.")),
            Map.entry("TND", List.of("DT", "د.ت")),
            Map.entry("EUR", List.of("€")), Map.entry("GBP", List.of("£")),
            Map.entry("USD", List.of("US$", "$")), Map.entry("ZAR", List.of("R")),
            Map.entry("INR", List.of("₹")), Map.entry("JPY", List.of("¥")));

    private PriceText() {}

    /** Returns the amount in minor units; nothing if it cannot be read, or not in one way only. */
    static OptionalLong read(String text, String currency) {
        String number = bare(text, currency);
        int decimals = MinorUnits.decimals(currency);
        if (PLAIN.matcher(number).matches()) {
            return MinorUnits.plain(number, currency);
        }
        if (DECIMAL_COMMA.matcher(number).matches()) {
            return MinorUnits.plain(number.replace(',', '.'), currency);
        }
        if (GROUPS_OF_COMMAS.matcher(number).matches()) {
            boolean mayBeDecimals = decimals == 3 && number.indexOf('.') < 0
                    && number.indexOf(',') == number.lastIndexOf(',');
            return mayBeDecimals
                    ? OptionalLong.empty()
                    : MinorUnits.plain(number.replace(",", ""), currency);
        }
        if (GROUPS_OF_DOTS.matcher(number).matches()) {
            return MinorUnits.plain(number.replace(".", "").replace(',', '.'), currency);
        }
        if (GROUPS_OF_BLANKS.matcher(number).matches()) {
            return MinorUnits.plain(
                    number.replaceAll("[ '’\u00A0\u202F]", "").replace(',', '.'), currency);
        }
        return OptionalLong.empty();
    }

    /** Takes the currency away that stands before or behind the number; any other stays. */
    private static String bare(String text, String currency) {
        String bare = stripped(text);
        for (String symbol : SYMBOLS.getOrDefault(currency, List.of())) {
            String without = without(bare, symbol);
            if (!without.equals(bare)) {
                return without;
            }
        }
        return without(bare, currency);
    }

    private static String without(String text, String symbol) {
        if (text.startsWith(symbol)) {
            return stripped(text.substring(symbol.length()));
        }
        return text.endsWith(symbol)
                ? stripped(text.substring(0, text.length() - symbol.length()))
                : text;
    }

    private static String stripped(String text) {
        return SPACE.matcher(text).replaceAll("");
    }
}
