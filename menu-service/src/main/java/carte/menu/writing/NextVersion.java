package carte.menu.writing;

import carte.contracts.menu.MenuDocument;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.menu.document.MenuContent;
import carte.menu.document.MenuLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How one version of a menu follows another. */
final class NextVersion {

    private static final Duration SMALLEST_STEP = Duration.of(1, ChronoUnit.MICROS);

    private NextVersion() {}

    /**
     * Returns the version after {@code current}, or nothing if nothing would change.
     *
     * @throws ProblemException if the menu would be too large
     */
    static Optional<PublishedMenu> of(MenuDocument current, MenuDocument edited, Instant now) {
        MenuDocument next = new MenuDocument(
                current.restaurantId(),
                current.version().next(),
                edited.currency(),
                publishedAt(now, current.publishedAt()),
                edited.sections(),
                edited.modifierGroups(),
                edited.tax());
        if (MenuContent.of(next).equals(MenuContent.of(current))) {
            return Optional.empty();
        }
        PublishedMenu published = PublishedMenu.of(next);
        int bytes = published.json().utf8().length;
        if (bytes > MenuLimits.DOCUMENT_BYTES) {
            throw ProblemException.of(ProblemType.TOO_LARGE, "the menu would be " + bytes
                    + " bytes of JSON, but at most " + MenuLimits.DOCUMENT_BYTES + " are kept");
        }
        return Optional.of(published);
    }

    /** The times of one menu's versions grow even where the database's clock was set back. */
    static Instant publishedAt(Instant now, Instant previous) {
        Instant least = previous.plus(SMALLEST_STEP);
        Instant micros = now.truncatedTo(ChronoUnit.MICROS);
        return micros.isBefore(least) ? least : micros;
    }
}
