package carte.menu.exchange.csv;

import carte.contracts.menu.MenuDocument;
import carte.kit.problem.Fault;
import carte.menu.document.MenuContent;
import carte.menu.exchange.draft.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the rows of one file into a menu. */
final class CsvMenuReader {

    private final MenuDocument current;
    private final boolean decimalComma;
    private final Draft draft;
    private final CsvTree tree;

    /**
     * Begins.
     *
     * @param decimalComma whether decimals may stand behind a comma
     */
    CsvMenuReader(MenuDocument current, boolean decimalComma) {
        this.current = current;
        this.decimalComma = decimalComma;
        this.draft = new Draft(current.currency(), "1", CsvMenuReader::fault);
        this.tree = new CsvTree(draft);
    }

    MenuContent read(List<CsvRow> rows, Instant now) {
        CsvHeader header = CsvHeader.read(rows.getFirst(), draft);
        draft.endIfFaulty();
        boolean isEmpty = true;
        for (CsvRow row : rows.subList(1, rows.size())) {
            Map<CsvColumn, String> cells = header.cells(row, draft);
            if (cells.values().stream().anyMatch(cell -> !cell.isBlank())) {
                readRow(row.origin(), cells);
                isEmpty = false;
            }
        }
        if (isEmpty) {
            draft.fault(rows.getFirst().origin(), "", "expected rows below the header; an empty"
                    + " menu has one of the kind menu");
        }
        tree.connect();
        return draft.read(current, now);
    }

    private void readRow(String line, Map<CsvColumn, String> cells) {
        String kindCell = cells.getOrDefault(CsvColumn.KIND, "");
        Optional<CsvKind> kind = CsvKind.of(kindCell);
        if (kind.isEmpty()) {
            draft.fault(line, "/kind", "expected menu, section, item, group or option but found "
                    + CsvFile.quoted(kindCell));
            return;
        }
        if (kind.get() == CsvKind.MENU && !draft.foundMenuAt(line)) {
            draft.fault(line, "/kind", "expected one row of the menu, but there is another");
            return;
        }
        ObjectNode part = kind.get() == CsvKind.MENU ? draft.menu() : draft.part(line);
        if (kind.get() == CsvKind.MENU) {
            // The row speaks of the tax, also by a blank cell.
            part.putNull("tax");
        }
        CsvCell.Money money = new CsvCell.Money(
                cells.getOrDefault(CsvColumn.CURRENCY, current.currency()).strip()
                        .toUpperCase(Locale.ROOT),
                decimalComma);
        cells.forEach((column, cell) -> readCell(line, kind.get(), part, column, cell, money));
        if (kind.get() == CsvKind.MENU) {
            return;
        }
        tree.add(new CsvTree.Row(kind.get(), line, part,
                token(cells.get(CsvColumn.PARENT)),
                CsvCell.parts(CsvText.read(cells.getOrDefault(CsvColumn.GROUPS, "")), "[|,;]")));
    }

    private static String token(@Nullable String cell) {
        return cell == null ? "" : CsvText.read(cell.strip()).strip();
    }

    private void readCell(String line, CsvKind kind, ObjectNode part, CsvColumn column,
            String cell, CsvCell.Money money) {
        if (!column.kinds().contains(kind)) {
            if (!cell.isBlank()) {
                draft.fault(line, "/" + column.name(), "this is for rows of another kind than "
                        + kind.word() + "; expected nothing but found " + CsvFile.quoted(cell));
            }
        } else if (!column.path().isEmpty() && !column.equals(CsvColumn.GROUPS)) {
            put(part, column.path().substring(1).split("/"), value(line, column, cell, money));
        }
    }

    private JsonNode value(String line, CsvColumn column, String cell, CsvCell.Money money) {
        try {
            return column.cell().read(cell, money);
        } catch (IllegalArgumentException e) {
            draft.fault(line, "/" + column.name(), String.valueOf(e.getMessage()));
            return column.cell().standIn(money);
        }
    }

    private static void put(ObjectNode part, String[] path, JsonNode value) {
        ObjectNode owner = part;
        for (int i = 0; i < path.length - 1; i++) {
            owner = owner.withObjectProperty(path[i]);
        }
        owner.set(path[path.length - 1], value);
    }

    /** Returns a fault that names line and column; {@code field} may name a column itself. */
    private static Fault fault(String line, String field, String detail) {
        String bare = field.isEmpty() ? "" : field.substring(1);
        String column = CsvColumn.named(bare).isPresent() ? bare : CsvColumn.nameOf(field);
        return column == null
                ? new Fault("/line/" + line, "line " + line + ": " + detail)
                : new Fault("/line/" + line + "/" + column,
                        "line " + line + ", column " + column + ": " + detail);
    }
}
