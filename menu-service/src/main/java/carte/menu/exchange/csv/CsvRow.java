package carte.menu.exchange.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;

/**
 * A row without the empty cells at its end.
 *
 * @param line on which it begins, from 1
 */
record CsvRow(long line, List<String> cells) {

    CsvRow {
        cells = List.copyOf(cells);
    }

    static CsvRow of(CsvRecord row) {
        int end = row.getFieldCount();
        while (end > 0 && row.getField(end - 1).isEmpty()) {
            end--;
        }
        // Empty cells are one text, so that a file of commas takes no room.
        return new CsvRow(row.getStartingLineNumber(), row.getFields().subList(0, end).stream()
                .map(cell -> cell.isEmpty() ? "" : cell).toList());
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    int filled() {
        return (int) cells.stream().filter(cell -> !cell.isEmpty()).count();
    }

    /** Returns how faults name it. */
    String origin() {
        return Long.toString(line);
    }
}
