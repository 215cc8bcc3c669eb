package carte.menu.writing;

import java.time.Instant;

/**
 * The newest version of a menu while a transaction holds its row, so that nobody else can change
 * it.
 *
 * @param now the database's time, read when the row was held
 */
public record LockedMenu(PublishedMenu menu, Instant now) {}
