package carte.menu.propagation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.propagation.*}.
 *
 * @param changes of each shard whose ways are kept in memory
 */
@ConfigurationProperties("carte.propagation")
record PropagationProperties(@DefaultValue("2000") int changes) {

    private static final int FEWEST = 1_000;
    private static final int MOST = 100_000;

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    PropagationProperties {
        if (changes < FEWEST || changes > MOST) {
            throw new IllegalArgumentException("carte.propagation.changes is " + changes
                    + " but must be " + FEWEST + " to " + MOST);
        }
    }
}
