package carte.menu.exchange.csv;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuJson;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Writes a menu as rows: each section with its items, then each group with its options. */
final class CsvMenuWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private record Row(CsvKind kind, String parent, JsonNode part) {}

    private final String currency;
    private final List<Row> rows = new ArrayList<>();

    private CsvMenuWriter(JsonNode menu) {
        this.currency = menu.path("currency").stringValue();
        // Without this row, a file says nothing of the menu's tax, not even that there is none.
        rows.add(new Row(CsvKind.MENU, "", menu));
        menu.path("sections").forEach(section -> addSection("", section));
        for (JsonNode group : menu.path("modifierGroups")) {
            rows.add(new Row(CsvKind.GROUP, "", group));
            addAll(CsvKind.OPTION, group, group.path("options"));
        }
    }

    static byte[] write(MenuJson menu) {
        CsvMenuWriter writer = new CsvMenuWriter(ContractJson.mapper().readTree(menu.utf8()));
        return writer.write().getBytes(StandardCharsets.UTF_8);
    }

    private void addSection(String parent, JsonNode section) {
        rows.add(new Row(CsvKind.SECTION, parent, section));
        addAll(CsvKind.ITEM, section, section.path("items"));
        section.path("sections").forEach(
                nested -> addSection(section.path("id").stringValue(), nested));
    }

    private void addAll(CsvKind kind, JsonNode owner, JsonNode parts) {
        parts.forEach(part -> rows.add(new Row(kind, owner.path("id").stringValue(), part)));
    }

    private String write() {
        List<CsvColumn> columns = columns();
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns.stream().map(CsvColumn::name).toList());
            rows.forEach(row -> csv.writeRecord(
                    columns.stream().map(column -> cell(row, column)).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private List<CsvColumn> columns() {
        TreeMap<String, CsvColumn> words = new TreeMap<>();
        for (Row row : rows) {
            row.part().path("translations").forEachEntry((language, translation) -> translation
                    .forEachEntry((member, text) -> {
                        CsvColumn column = CsvColumn.words(member, language);
                        if (!text.isNull()) {
                            words.put(language + " " + member, column);
                        }
                    }));
        }
        List<CsvColumn> columns = new ArrayList<>(CsvColumn.FIXED);
        columns.addAll(words.values());
        return columns;
    }

    private String cell(Row row, CsvColumn column) {
        if (!column.kinds().contains(row.kind())) {
            return "";
        }
        if (column.equals(CsvColumn.KIND)) {
            return row.kind().word();
        }
        if (column.equals(CsvColumn.PARENT)) {
            return row.parent().isEmpty() ? "" : CsvText.write(row.parent());
        }
        if (column.equals(CsvColumn.CURRENCY)) {
            return currency;
        }
        JsonNode value = row.part().at(column.path());
        return value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty())
                ? ""
                : column.cell().write(value);
    }
}
