package carte.menu.exchange.csv;

import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import carte.menu.document.MenuLimits;
import carte.menu.exchange.draft.Draft;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a file as they are read. Two bytes can make a row or a cell, and one that is kept
 * takes fifty times as much, so reading ends where no menu could need more.
 */
final class CsvRows {

    /** More than there are, with names and descriptions in as many languages as menus may have. */
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_CELLS = 50 * MenuLimits.ITEMS;

    private final List<CsvRow> rows = new ArrayList<>();
    private int cells;

    /**
     * Keeps a row that is the header or says anything.
     *
     * @throws ProblemException 422 if it is one too many or too wide
     */
    void add(CsvRow row) {
        if (!rows.isEmpty() && row.isBlank()) {
            return;
        }
        cells += row.filled();
        require(rows.size() <= Draft.MOST_PARTS, row, Draft.MOST_PARTS + " rows below the header");
        require(row.cells().size() <= MOST_COLUMNS, row, MOST_COLUMNS + " columns");
        require(cells <= MOST_CELLS, row, MOST_CELLS + " cells that are not empty");
        rows.add(row);
    }

    private static void require(boolean fits, CsvRow row, String most) {
        if (!fits) {
            throw ProblemException.invalid(List.of(new Fault("/line/" + row.origin(),
                    "line " + row.origin() + ": expected at most " + most)));
        }
    }

    List<CsvRow> all() {
        return rows;
    }
}
