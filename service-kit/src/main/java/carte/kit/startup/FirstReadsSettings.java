package carte.kit.startup;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.first-reads.*}.
 *
 * @param targets what is read, paths with their queries, in turn
 * @param times how many reads there are in all; 0 for none
 * @param longest after which no more are begun
 */
@ConfigurationProperties("carte.first-reads")
record FirstReadsSettings(@DefaultValue List<String> targets,
        @DefaultValue("200") int times,
        @DefaultValue("10s") Duration longest) {

    /** Throws {@link IllegalArgumentException} that names the wrong setting. */
    FirstReadsSettings {
        targets = List.copyOf(targets);
        for (String target : targets) {
            if (!target.startsWith("/")) {
                throw new IllegalArgumentException("carte.first-reads.targets must be paths that"
                        + " begin with / but one was " + target);
            }
        }
        if (times < 0) {
            throw new IllegalArgumentException(
                    "carte.first-reads.times must not be below 0 but was " + times);
        }
        if (longest.isNegative()) {
            throw new IllegalArgumentException("carte.first-reads.longest must be a duration such"
                    + " as 10s but was " + longest);
        }
    }
}
