package carte.local.process;

import java.util.List;

/** The part of a log that tells why a process ended, for somebody who has not seen it before. */
public final class LogEnd {

    private static final String SPRING_REPORT = "APPLICATION FAILED TO START";
    private static final String CAUSE = "Caused by: ";
    private static final int LINES = 15;

    private LogEnd() {}

    /** Returns Spring's own explanation, or the first of causes, or the last lines. */
    public static String summary(List<String> lines) {
        int report = lines.lastIndexOf(SPRING_REPORT);
        if (report >= 0) {
            return joined(lines.subList(report + 1, lines.size()).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("*"))
                    .limit(LINES)
                    .toList());
        }
        List<String> causes = lines.stream().filter(line -> line.startsWith(CAUSE)).toList();
        if (!causes.isEmpty()) {
            return causes.getLast().substring(CAUSE.length());
        }
        List<String> told = lines.stream().filter(line -> !isStackFrame(line)).toList();
        return joined(told.subList(Math.max(0, told.size() - LINES), told.size()));
    }

    private static boolean isStackFrame(String line) {
        return line.startsWith("\tat ") || line.startsWith("\t...") || line.isBlank();
    }

    private static String joined(List<String> lines) {
        return lines.isEmpty() ? "(it wrote nothing)" : String.join("\n", lines);
    }
}
