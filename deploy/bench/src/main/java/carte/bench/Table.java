package carte.bench;

import java.util.Collections;
import java.util.List;

/**
 * Figures and what they are of.
 *
 * @param what how they came about
 */
record Table(String title, String what, List<String> columns, List<List<String>> rows) {

    String markdown() {
        var text = new StringBuilder("## " + title + "\n\n" + what + "\n\n");
        text.append(line(columns));
        text.append(line(Collections.nCopies(columns.size(), "---")));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
