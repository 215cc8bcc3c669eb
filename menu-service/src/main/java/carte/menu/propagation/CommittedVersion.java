package carte.menu.propagation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the history says of a version.
 *
 * @param traceId null if the change was not traced
 */
record CommittedVersion(Instant publishedAt, @Nullable String traceId) {}
