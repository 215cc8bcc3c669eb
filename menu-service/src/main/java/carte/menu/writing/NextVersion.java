package carte.menu.writing;

import carte.contracts.menu.MenuDocument;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.menu.document.MenuContent;
import carte.menu.document.MenuLimits;
import carte.menu.document.Restoration;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How one version of a menu follows another.
 *
 * @param restoresAt when the first of its items returns to sale; null if none will by itself
 */
record NextVersion(PublishedMenu menu, @Nullable Instant restoresAt) {

    private static final Duration SMALLEST_STEP = Duration.of(1, ChronoUnit.MICROS);

    /**
     * Returns the version that an edit makes of {@code current}, or nothing if it changes nothing.
     *
     * @throws ProblemException if the edit is refused, or the menu would be too large
     */
    static Optional<NextVersion> of(
            PublishedMenu current, UnaryOperator<MenuDocument> edit, Instant now) {
        MenuDocument document = current.json().parse();
        MenuDocument edited = edit.apply(document);
        return of(document, edited, now)
                .map(next -> new NextVersion(next, Restoration.nextAt(edited)));
    }

    /** Returns the version after {@code current}, or nothing if nothing would change. */
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
