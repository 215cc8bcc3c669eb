package carte.menu.exchange.csv;

import carte.menu.exchange.draft.Draft;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Puts the parts that rows describe where they belong. */
final class CsvTree {

    private static final String PARENT = "/parent";

    private final Draft draft;
    private final List<Row> rows = new ArrayList<>();
    private final Map<CsvKind, Map<String, Row>> byId = new EnumMap<>(CsvKind.class);
    private final Map<CsvKind, Map<String, List<Row>>> byName = new EnumMap<>(CsvKind.class);
    private final Map<CsvKind, Row> above = new EnumMap<>(CsvKind.class);

    CsvTree(Draft draft) {
        this.draft = draft;
    }

    /**
     * A row.
     *
     * @param parent id or name of the section or group around it; empty if it does not say
     * @param groups ids or names of the groups that it opens
     */
    record Row(
            CsvKind kind, String line, ObjectNode part, String parent, List<String> groups) {

        Row {
            groups = List.copyOf(groups);
        }

        String text(String field) {
            return part.path(field).asString("");
        }
    }

    void add(Row row) {
        rows.add(row);
        index(row);
    }

    private void index(Row row) {
        byId.computeIfAbsent(row.kind(), _ -> new HashMap<>())
                .putIfAbsent(row.text("id"), row);
        byName.computeIfAbsent(row.kind(), _ -> new HashMap<>())
                .computeIfAbsent(row.text("name"), _ -> new ArrayList<>()).add(row);
    }

    /**
     * Returns the row of that id, else the one of that name; of several, the last row of the kind
     * above if it is one of them.
     */
    private @Nullable Row find(CsvKind kind, String reference, Row row, String column) {
        Row found = byId.getOrDefault(kind, Map.of()).get(reference);
        if (found != null) {
            return found;
        }
        List<Row> named = byName.getOrDefault(kind, Map.of()).getOrDefault(reference, List.of());
        Row last = above.get(kind);
        if (last != null && last.text("name").equals(reference)) {
            return last;
        }
        if (named.size() > 1) {
            draft.fault(row.line(), column, "there are several of the name "
                    + CsvFile.quoted(reference) + "; expected an id");
        }
        return named.isEmpty() ? null : named.getFirst();
    }

    /** Connects all rows, in their order. */
    void connect() {
        boolean sectionsAreRows = byId.containsKey(CsvKind.SECTION);
        for (Row row : List.copyOf(rows)) {
            row.groups().forEach(group -> open(row, group));
            switch (row.kind()) {
                case MENU -> throw new IllegalArgumentException("the menu stands in nothing");
                case SECTION -> connectSection(row);
                case GROUP -> draft.groups().add(row.part());
                case ITEM -> connectItem(row, sectionsAreRows);
                case OPTION -> connectOption(row);
            }
            above.put(row.kind(), row);
        }
    }

    private void open(Row row, String reference) {
        Row group = find(CsvKind.GROUP, reference, row, "/groups");
        if (group != null) {
            draft.open(row.part(), group.part());
        } else {
            // The rules for menus say that there is no such group.
            row.part().withArray("modifierGroups").add(reference);
        }
    }

    /** A section within a section stands in none itself: two levels, and no cycles. */
    private void connectSection(Row row) {
        Row parent = row.parent().isEmpty()
                ? null
                : find(CsvKind.SECTION, row.parent(), row, PARENT);
        if (parent != null && parent.parent().isEmpty()) {
            parent.part().withArray("sections").add(row.part());
            return;
        }
        if (parent != null) {
            draft.fault(row.line(), PARENT, "sections nest two deep, and "
                    + CsvFile.quoted(row.parent()) + " stands in a section itself");
        } else if (!row.parent().isEmpty()) {
            draft.fault(row.line(), PARENT, noSection(row.parent()));
        }
        draft.sections().add(row.part());
    }

    private void connectItem(Row row, boolean sectionsAreRows) {
        Row section = row.parent().isEmpty() && sectionsAreRows
                ? above.get(CsvKind.SECTION)
                : find(CsvKind.SECTION, row.parent().isEmpty() ? "Menu" : row.parent(), row,
                        PARENT);
        if (section == null && sectionsAreRows) {
            draft.fault(row.line(), PARENT, row.parent().isEmpty()
                    ? "expected a section, as no row of one stands above"
                    : noSection(row.parent()));
            // Its other faults are found all the same.
            section = rows.stream().filter(other -> other.kind() == CsvKind.SECTION)
                    .findFirst().orElse(null);
        }
        if (section == null) {
            section = newSection(row.parent().isEmpty() ? "Menu" : row.parent(), row.line());
        }
        section.part().withArray("items").add(row.part());
    }

    /** In a file without rows of sections, items name them. */
    private Row newSection(String name, String line) {
        Row section = new Row(CsvKind.SECTION, line, draft.part(line), "", List.of());
        section.part().put("name", name);
        draft.sections().add(section.part());
        index(section);
        return section;
    }

    private void connectOption(Row row) {
        Row group = row.parent().isEmpty()
                ? above.get(CsvKind.GROUP)
                : find(CsvKind.GROUP, row.parent(), row, PARENT);
        if (group == null) {
            draft.fault(row.line(), PARENT, row.parent().isEmpty()
                    ? "expected a group, as no row of one stands above"
                    : "there is no group " + CsvFile.quoted(row.parent()));
        } else {
            group.part().withArray("options").add(row.part());
        }
    }

    private static String noSection(String reference) {
        return "there is no section " + CsvFile.quoted(reference);
    }
}
