package carte.menu.history;

import carte.contracts.menu.MenuVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some versions of a menu, the newest first.
 *
 * @param next where the next page begins; null if there is none
 */
record HistoryPage(List<Entry> items, @Nullable String next) {

    /**
     * Who made a version, when and how.
     *
     * @param change a {@link carte.menu.writing.ChangeKind}
     * @param traceId the W3C trace in which it was made; null if that was not kept
     */
    record Entry(
            MenuVersion version,
            Instant publishedAt,
            String author,
            String change,
            @Nullable String traceId) {}

    /** Returns a page of at most so many; one more entry means that there is a next page. */
    static HistoryPage of(List<Entry> entries, int limit) {
        if (entries.size() <= limit) {
            return new HistoryPage(List.copyOf(entries), null);
        }
        List<Entry> items = List.copyOf(entries.subList(0, limit));
        return new HistoryPage(items, new VersionCursor(items.getLast().version()).text());
    }
}
