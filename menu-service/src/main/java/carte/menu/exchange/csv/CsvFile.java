package carte.menu.exchange.csv;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.menu.document.MenuContent;
import carte.menu.exchange.draft.MenuFile;
import carte.menu.exchange.draft.Utf8;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Menus as CSV (RFC 4180): a header, and a row for each section, item, group and option.
 *
 * @param rows all rows, the header first
 */
public record CsvFile(List<CsvRecord> rows, char separator) implements MenuFile {

    private static final int LONGEST_QUOTED = 40;

    /** Copies the list. */
    public CsvFile {
        rows = List.copyOf(rows);
    }

    /** Returns a menu as CSV in UTF-8, with a byte order mark, which spreadsheets look for. */
    public static byte[] write(MenuJson menu) {
        return CsvMenuWriter.write(menu);
    }

    /**
     * Parses a file whose cells are separated by commas or, as European spreadsheets do, by
     * semicolons.
     *
     * @throws ProblemException if it is not CSV in UTF-8
     */
    public static CsvFile parse(byte[] body) {
        String text = Utf8.decode(body);
        char separator = separator(text);
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (Iterator<CsvRecord> records = reader.iterator(); records.hasNext();) {
                rows.add(records.next());
            }
        } catch (CsvParseException | IOException e) {
            throw malformed(rows);
        }
        if (rows.isEmpty()) {
            throw ProblemException.of(ProblemType.MALFORMED_REQUEST,
                    "expected CSV with a header row but there is no row");
        }
        return new CsvFile(rows, separator);
    }

    private static ProblemException malformed(List<CsvRecord> rows) {
        String place = rows.isEmpty()
                ? "in the first row"
                : "after the row that begins on line " + rows.getLast().getStartingLineNumber();
        return ProblemException.of(ProblemType.MALFORMED_REQUEST, "the body is not CSV: see "
                + place + "; a cell in quotes ends with a quote, and doubles those within");
    }

    /** The one of which the header has more, outside of quotes. */
    private static char separator(String text) {
        int balance = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r') && balance != 0) {
                break;
            }
            if (!quoted && c == ';') {
                balance++;
            } else if (!quoted && c == ',') {
                balance--;
            }
        }
        return balance > 0 ? ';' : ',';
    }

    @Override
    public MenuContent read(MenuDocument current, Instant now) {
        return new CsvMenuReader(current, separator == ';').read(rows, now);
    }

    /** Returns what was found, not too long, for a fault. */
    static String quoted(String cell) {
        String text = cell.length() <= LONGEST_QUOTED
                ? cell
                : cell.substring(0, LONGEST_QUOTED - 3) + "...";
        return "\"" + text + "\"";
    }
}
