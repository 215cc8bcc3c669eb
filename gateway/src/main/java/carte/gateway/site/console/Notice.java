package carte.gateway.site.console;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is said of what somebody has just done.
 *
 * @param kind whether anything came of it
 * @param message the name of the message
 * @param version that was published; null if none was
 * @param faults what the API says of a refusal besides
 * @param live where it is to be learned how fast the version came to be seen
 * @param undo where the version is taken back; null if it cannot be
 * @param details where more is said of the version
 */
public record Notice(
        Kind kind,
        String message,
        @Nullable Long version,
        List<Refusal.Fault> faults,
        @Nullable String live,
        @Nullable String undo,
        @Nullable String details) {

    /** Whether what was wanted is so now. */
    public enum Kind {
        DONE, REFUSED
    }

    /** What addresses may say was done, each the end of a message's name. */
    static final Set<String> DONE = Set.of("same", "scheduled", "cancelled");

    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,17}");

    /** Copies the list. */
    public Notice {
        faults = List.copyOf(faults);
    }

    /** Says that something was published. */
    public static Notice published(Desk desk, long version) {
        return new Notice(Kind.DONE, "console.notice.saved", version, List.of(),
                desk.path("/versions/" + version + "/live"),
                version > 1 ? desk.path("/undo") : null,
                desk.path("/history/" + version));
    }

    /** Says that something was done, or is so already, without a version. */
    static Notice done(String what) {
        return new Notice(Kind.DONE, "console.notice." + what, null, List.of(), null, null, null);
    }

    /** Says why something was not done. */
    public static Notice refused(String message) {
        return refused(Refusal.because(message));
    }

    /** Says why something was not done. */
    public static Notice refused(Refusal why) {
        return new Notice(Kind.REFUSED, why.message(), null, why.faults(), null, null, null);
    }

    /** Says what became of an edit that did not clash. */
    public static Notice of(Desk desk, Saved saved) {
        return switch (saved) {
            case Saved.Published(long version, _) -> published(desk, version);
            case Saved.Same _ -> done("same");
            case Saved.Clashed _ -> refused("console.notice.clashed");
            case Saved.Refused(Refusal why) -> refused(why);
        };
    }

    /** Reads what the address says was done before the browser was led here. */
    static @Nullable Notice of(Desk desk, MultiValueMap<String, String> query) {
        String saved = query.getFirst("saved");
        if (saved != null && VERSION.matcher(saved).matches()) {
            return published(desk, Long.parseLong(saved));
        }
        return told(query.getFirst("done"));
    }

    /** Says only what is known: the address is anybody's. */
    static @Nullable Notice told(@Nullable String done) {
        return done != null && DONE.contains(done) ? done(done) : null;
    }

    /** Tells whether nothing came of it. */
    public boolean isRefusal() {
        return kind == Kind.REFUSED;
    }
}
