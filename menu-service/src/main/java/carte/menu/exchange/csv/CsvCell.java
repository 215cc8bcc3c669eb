package carte.menu.exchange.csv;

import carte.menu.exchange.draft.MinorUnits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** How the value of a field is written in a cell, and read from one that is not blank. */
enum CsvCell {
    /** A text as it is, blanks included. */
    TEXT {
        @Override
        String write(JsonNode value) {
            return CsvText.write(value.stringValue());
        }

        @Override
        JsonNode read(String cell, Money money) {
            return StringNode.valueOf(CsvText.read(cell));
        }
    },
    /** An id, an address, a time: blanks around it do not belong to it. */
    TOKEN {
        @Override
        String write(JsonNode value) {
            return CsvText.write(value.stringValue());
        }

        @Override
        JsonNode read(String cell, Money money) {
            return StringNode.valueOf(CsvText.read(cell.strip()).strip());
        }
    },
    /** A constant, in any case. */
    CONSTANT {
        @Override
        String write(JsonNode value) {
            return value.stringValue();
        }

        @Override
        JsonNode read(String cell, Money money) {
            return StringNode.valueOf(cell.strip().toUpperCase(Locale.ROOT).replace(' ', '_'));
        }
    },
    /** A whole number. */
    NUMBER {
        @Override
        String write(JsonNode value) {
            return value.toString();
        }

        @Override
        JsonNode read(String cell, Money money) {
            String number = cell.strip();
            return WHOLE.matcher(number).matches()
                    ? JsonNodeFactory.instance.numberNode(Long.parseLong(number))
                    : StringNode.valueOf(number);
        }
    },
    /** An amount in decimals of the currency. */
    AMOUNT {
        @Override
        String write(JsonNode value) {
            return MinorUnits.decimal(value.path("amount").longValue(),
                    value.path("currency").stringValue());
        }

        @Override
        JsonNode read(String cell, Money money) {
            String number = cell.strip();
            String plain = money.decimalComma() ? number.replace(',', '.') : number;
            OptionalLong amount = DECIMAL.matcher(plain).matches()
                    ? MinorUnits.plain(plain, money.currency())
                    : OptionalLong.empty();
            if (amount.isEmpty()) {
                throw new IllegalArgumentException("expected an amount of " + money.currency()
                        + " such as " + MinorUnits.decimal(250_000, money.currency())
                        + ", without thousands separators, but found " + CsvFile.quoted(number));
            }
            return JsonNodeFactory.instance.objectNode().put("amount", amount.getAsLong())
                    .put("currency", money.currency());
        }
    },
    /** A tax such as {@code 7.5% included} or {@code 7.5% added}. */
    TAX {
        @Override
        String write(JsonNode value) {
            return BigDecimal.valueOf(value.path("rateBasisPoints").longValue(), 2)
                    .stripTrailingZeros().toPlainString()
                    + (value.path("included").booleanValue() ? "% included" : "% added");
        }

        @Override
        JsonNode read(String cell, Money money) {
            Matcher tax = PERCENT.matcher(cell.strip());
            if (!tax.matches()) {
                throw new IllegalArgumentException("expected a tax such as 7.5% included or"
                        + " 7.5% added but found " + CsvFile.quoted(cell));
            }
            BigDecimal percent = new BigDecimal(tax.group(1).replace(',', '.'));
            return JsonNodeFactory.instance.objectNode()
                    .put("rateBasisPoints", percent.movePointRight(2).intValueExact())
                    .put("included", tax.group(2).equalsIgnoreCase("included"));
        }
    },
    /** Words with bars between them; commas and semicolons are read as well. */
    LIST {
        @Override
        String write(JsonNode value) {
            return CsvText.write(value.valueStream().map(JsonNode::stringValue)
                    .collect(Collectors.joining("|")));
        }

        @Override
        JsonNode read(String cell, Money money) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            parts(CsvText.read(cell), "[|,;]")
                    .forEach(word -> list.add(word.toLowerCase(Locale.ROOT)));
            return list;
        }
    },
    /** Hours such as {@code MON TUE 11:00-15:00|SAT 22:00-02:00}. */
    HOURS {
        @Override
        String write(JsonNode value) {
            return value.valueStream().map(CsvHours::write).collect(Collectors.joining("|"));
        }

        @Override
        JsonNode read(String cell, Money money) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            parts(cell, "[|;]").forEach(hours -> list.add(hours(hours)));
            return list;
        }

        private ObjectNode hours(String text) {
            return CsvHours.read(text).orElseThrow(() -> new IllegalArgumentException(
                    "expected hours such as MON TUE 11:00-15:00|SAT 22:00-02:00 but found "
                            + CsvFile.quoted(text)));
        }
    };

    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Pattern PERCENT = Pattern.compile(
            "(\\d{1,3}(?:[.,]\\d{1,2})?)\\s*%\\s*(included|added)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");

    /** The currency of a row's amounts, and whether a comma stands before their decimals. */
    record Money(String currency, boolean decimalComma) {}

    abstract String write(JsonNode value);

    /** Reads a cell; throws {@link IllegalArgumentException} that says what was expected. */
    abstract JsonNode read(String cell, Money money);

    /** Returns what stands for a cell that could not be read, so that it is told once. */
    JsonNode standIn(Money money) {
        return switch (this) {
            case AMOUNT -> JsonNodeFactory.instance.objectNode().put("amount", 0)
                    .put("currency", money.currency());
            case TAX -> JsonNodeFactory.instance.nullNode();
            default -> JsonNodeFactory.instance.arrayNode();
        };
    }

    static List<String> parts(String cell, String separators) {
        List<String> parts = new ArrayList<>();
        for (String part : cell.split(separators, -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }
}
