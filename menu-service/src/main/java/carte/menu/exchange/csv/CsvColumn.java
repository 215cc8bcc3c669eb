package carte.menu.exchange.csv;

import static carte.menu.exchange.csv.CsvKind.GROUP;
import static carte.menu.exchange.csv.CsvKind.ITEM;
import static carte.menu.exchange.csv.CsvKind.MENU;
import static carte.menu.exchange.csv.CsvKind.OPTION;
import static carte.menu.exchange.csv.CsvKind.SECTION;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column and the field that stands in it.
 *
 * @param path of the field within a part of the menu, as a JSON pointer
 * @param kinds of rows that have the field
 */
record CsvColumn(String name, String path, CsvCell cell, Set<CsvKind> kinds) {

    private static final Set<CsvKind> ALL = Set.of(CsvKind.values());
    private static final Set<CsvKind> PARTS = Set.of(SECTION, ITEM, GROUP, OPTION);

    static final CsvColumn KIND = new CsvColumn("kind", "", CsvCell.TOKEN, ALL);
    static final CsvColumn ID = new CsvColumn("id", "/id", CsvCell.TOKEN, PARTS);
    static final CsvColumn PARENT = new CsvColumn("parent", "", CsvCell.TOKEN,
            Set.of(SECTION, ITEM, OPTION));
    static final CsvColumn NAME = new CsvColumn("name", "/name", CsvCell.TEXT, PARTS);
    static final CsvColumn CURRENCY = new CsvColumn("currency", "", CsvCell.CONSTANT,
            Set.of(ITEM, OPTION));
    static final CsvColumn PRICE = new CsvColumn("price", "/price", CsvCell.AMOUNT,
            Set.of(ITEM, OPTION));
    static final CsvColumn GROUPS = new CsvColumn("groups", "/modifierGroups", CsvCell.LIST,
            Set.of(ITEM, OPTION));

    /** All but those of languages, in the order in which they are written. */
    static final List<CsvColumn> FIXED = List.of(
            KIND, ID, PARENT, NAME,
            new CsvColumn("description", "/description", CsvCell.TEXT, Set.of(ITEM)),
            PRICE,
            new CsvColumn("price:delivery", "/prices/DELIVERY", CsvCell.AMOUNT, Set.of(ITEM)),
            new CsvColumn("price:pickup", "/prices/PICKUP", CsvCell.AMOUNT, Set.of(ITEM)),
            CURRENCY,
            new CsvColumn("tax", "/tax", CsvCell.TAX, Set.of(MENU, ITEM)),
            new CsvColumn("availability", "/availability/status", CsvCell.CONSTANT, Set.of(ITEM)),
            new CsvColumn("until", "/availability/until", CsvCell.TOKEN, Set.of(ITEM)),
            new CsvColumn("hours", "/hours", CsvCell.HOURS, Set.of(SECTION, ITEM)),
            new CsvColumn("allergens", "/allergens", CsvCell.LIST, Set.of(ITEM, OPTION)),
            new CsvColumn("diets", "/diets", CsvCell.LIST, Set.of(ITEM)),
            new CsvColumn("image", "/image", CsvCell.TOKEN, Set.of(ITEM)),
            GROUPS,
            new CsvColumn("min", "/min", CsvCell.NUMBER, Set.of(GROUP)),
            new CsvColumn("max", "/max", CsvCell.NUMBER, Set.of(GROUP, OPTION)),
            new CsvColumn("free", "/free", CsvCell.NUMBER, Set.of(GROUP)));

    private static final Pattern WORDS = Pattern
            .compile("(name|description):([A-Za-z0-9-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRANSLATION = Pattern
            .compile("/translations/([^/]+)(?:/(name|description))?.*");

    /** Returns the column of a name or a description in a language. */
    static CsvColumn words(String member, String language) {
        return new CsvColumn(member + ":" + language, "/translations/" + language + "/" + member,
                CsvCell.TEXT, PARTS);
    }

    /** Returns the column that a header names, in any case. */
    static Optional<CsvColumn> named(String header) {
        for (CsvColumn column : FIXED) {
            if (column.name.equalsIgnoreCase(header)) {
                return Optional.of(column);
            }
        }
        Matcher words = WORDS.matcher(header);
        return words.matches()
                ? Optional.of(words(words.group(1).toLowerCase(Locale.ROOT), words.group(2)))
                : Optional.empty();
    }

    /** Returns the name of the column in which a field stands; null if it has none. */
    static @Nullable String nameOf(String field) {
        if (field.isEmpty()) {
            return null;
        }
        Matcher words = TRANSLATION.matcher(field);
        if (words.matches()) {
            return (words.group(2) == null ? NAME.name : words.group(2)) + ":" + words.group(1);
        }
        return FIXED.stream()
                .filter(column -> !column.path.isEmpty())
                .filter(column -> (field + "/").startsWith(column.path + "/")
                        || column.path.startsWith(field + "/"))
                .map(CsvColumn::name)
                .findFirst()
                .orElse(null);
    }

    /** Tells whether a cell says anything: blanks do where a text is expected. */
    boolean isGiven(String cell) {
        return !cell.isBlank()
                || (cell() == CsvCell.TEXT && !equals(NAME) && !cell.isEmpty());
    }
}
