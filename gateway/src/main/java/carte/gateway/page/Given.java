package carte.gateway.page;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of something that is known.
 *
 * @param kept whether nobody had to be asked for it
 * @param staleFor its age if that is more than the bound allows, which the answer then says
 */
record Given<V>(V value, boolean kept, @Nullable Duration staleFor) {}
