package carte.menu.exchange.csv;

import carte.menu.exchange.draft.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of a file by their places in a row.
 *
 * @param columns empty where a column has no name
 */
record CsvHeader(List<Optional<CsvColumn>> columns) {

    CsvHeader {
        columns = List.copyOf(columns);
    }

    /** Reads the header row; faults are of columns that are unknown, twice there or missing. */
    static CsvHeader read(CsvRow row, Draft draft) {
        String line = row.origin();
        List<Optional<CsvColumn>> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : row.cells()) {
            String name = cell.strip();
            Optional<CsvColumn> column = CsvColumn.named(name);
            if (column.isEmpty() && !name.isEmpty()) {
                draft.fault(line, "", "unknown column " + CsvFile.quoted(name) + "; known are "
                        + known());
            } else if (column.isPresent() && !seen.add(column.get().name())) {
                draft.fault(line, "", "expected the column " + CsvFile.quoted(name) + " once");
            }
            columns.add(column);
        }
        if (!seen.contains(CsvColumn.NAME.name())) {
            draft.fault(line, "", "expected a header row with at least the column name");
        }
        return new CsvHeader(columns);
    }

    private static String known() {
        return CsvColumn.FIXED.stream().map(CsvColumn::name).collect(Collectors.joining(", "))
                + ", and name:fr, description:fr for any language";
    }

    /** Returns the cells of a row that are not blank; faults are of cells without a column. */
    Map<CsvColumn, String> cells(CsvRow row, Draft draft) {
        Map<CsvColumn, String> cells = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            Optional<CsvColumn> column = i < columns.size() ? columns.get(i) : Optional.empty();
            if (column.isEmpty() && !cell.isBlank()) {
                draft.fault(row.origin(), "", "cell " + (i + 1)
                        + " has no column in the header: " + CsvFile.quoted(cell));
            } else if (column.isPresent() && column.get().isGiven(cell)) {
                cells.put(column.get(), cell);
            }
        }
        return cells;
    }
}
