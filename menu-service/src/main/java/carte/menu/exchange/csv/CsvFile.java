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
import java.util.Iterator;
import java.util.List;

/** Menus as CSV (RFC 4180): a header, and a row for each section, item, group and option. */
public final class CsvFile implements MenuFile {

    private static final int LONGEST_QUOTED = 40;

    private final List<CsvRow> rows;
    private final char separator;

    private CsvFile(List<CsvRow> rows, char separator) {
        this.rows = rows;
        this.separator = separator;
    }

    /** Returns a menu as CSV in UTF-8, with a byte order mark, which spreadsheets look for. */
    public static byte[] write(MenuJson menu) {
        return CsvMenuWriter.write(menu);
    }

    /**
     * Parses a file whose cells are separated by commas or, as European spreadsheets do, by
     * semicolons.
     *
     * @throws ProblemException if it is not CSV in UTF-8, or more than a menu can need
     */
    public static CsvFile parse(byte[] body) {
        String text = Utf8.decode(body);
        char separator = separator(text);
        CsvRows rows = new CsvRows();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (Iterator<CsvRecord> records = reader.iterator(); records.hasNext();) {
                rows.add(CsvRow.of(records.next()));
            }
        } catch (CsvParseException | IOException e) {
            throw malformed(rows.all());
        }
        if (rows.all().isEmpty()) {
            throw ProblemException.of(ProblemType.MALFORMED_REQUEST,
                    "expected CSV with a header row but there is no row");
        }
        return new CsvFile(rows.all(), separator);
    }

    private static ProblemException malformed(List<CsvRow> rows) {
        String place = rows.isEmpty()
                ? "in the first row"
                : "after the row that begins on line " + rows.getLast().origin();
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
