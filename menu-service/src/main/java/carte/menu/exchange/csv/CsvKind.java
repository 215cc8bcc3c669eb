package carte.menu.exchange.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a row describes. */
enum CsvKind {
    MENU, SECTION, ITEM, GROUP, OPTION;

    /** Returns the kind of that name; a row that does not say is an item. */
    static Optional<CsvKind> of(String cell) {
        String name = cell.strip();
        return name.isEmpty()
                ? Optional.of(ITEM)
                : Arrays.stream(values()).filter(kind -> kind.word().equalsIgnoreCase(name))
                        .findFirst();
    }

    /** Returns the word that stands in the column {@code kind}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
