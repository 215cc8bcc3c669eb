package carte.gateway.site.console;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is said of what somebody has just done.
 *
 * @param message the name of the message
 * @param version that was published; null if none was
 * @param words more sentences, of the API
 * @param live where it is to be learned how fast the version came to be seen
 * @param undo where the version is taken back; null if it cannot be
 * @param details where more is said of the version
 */
public record Notice(
        String message,
        @Nullable Long version,
        List<String> words,
        @Nullable String live,
        @Nullable String undo,
        @Nullable String details) {

    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,17}");

    /** Copies the list. */
    public Notice {
        words = List.copyOf(words);
    }

    /** Says that something was published. */
    public static Notice published(Desk desk, long version) {
        return new Notice("console.notice.saved", version, List.of(),
                desk.path("/versions/" + version + "/live"),
                version > 1 ? desk.path("/undo") : null,
                desk.path("/history/" + version));
    }

    /** Says something without a version. */
    public static Notice plain(String message) {
        return new Notice(message, null, List.of(), null, null, null);
    }

    /** Says what became of an edit that did not clash. */
    public static Notice of(Desk desk, Saved saved) {
        return switch (saved) {
            case Saved.Published(long version, _) -> published(desk, version);
            case Saved.Same _ -> plain("console.notice.same");
            case Saved.Clashed _ -> plain("console.notice.clashed");
            case Saved.Refused refused -> new Notice(
                    refused.messages().isEmpty()
                            ? "console.notice.refused"
                            : refused.messages().getFirst(),
                    null, refused.words(), null, null, null);
        };
    }

    /** Reads what the address says was done before the browser was led here. */
    static @Nullable Notice of(Desk desk, MultiValueMap<String, String> query) {
        String saved = query.getFirst("saved");
        if (saved != null && VERSION.matcher(saved).matches()) {
            return published(desk, Long.parseLong(saved));
        }
        String done = query.getFirst("done");
        if (done != null && done.matches("[a-z]{1,20}")) {
            return plain("console.notice." + done);
        }
        return null;
    }

    /** Tells whether nothing came of it. */
    public boolean isRefusal() {
        return version == null && !message.endsWith(".same") && !message.endsWith(".done");
    }
}
