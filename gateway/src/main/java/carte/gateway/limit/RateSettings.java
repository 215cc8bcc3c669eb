package carte.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one client may ask.
 *
 * @param reads per second, of those that are not answered with what the gateway keeps
 * @param readsBurst how many reads at once
 * @param writes per second
 * @param writesBurst how many writes at once
 * @param timeout how long Redis may take to count one; who is not counted is let in
 */
@ConfigurationProperties("carte.limits.rate")
public record RateSettings(@DefaultValue("300") int reads,
        @DefaultValue("600") int readsBurst,
        @DefaultValue("50") int writes,
        @DefaultValue("100") int writesBurst,
        @DefaultValue("20ms") Duration timeout) {

    private static final int MOST = 1_000_000;

    /** Throws {@link IllegalArgumentException} that names the wrong setting. */
    public RateSettings {
        count("reads", reads);
        count("reads-burst", readsBurst);
        count("writes", writes);
        count("writes-burst", writesBurst);
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("carte.limits.rate.timeout must be a duration "
                    + "above zero such as 20ms but was " + timeout);
        }
    }

    Rate read() {
        return new Rate("reads", reads, readsBurst);
    }

    Rate write() {
        return new Rate("writes", writes, writesBurst);
    }

    private static void count(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException("carte.limits.rate." + name
                    + " must be a whole number from 1 to " + MOST + " but was " + value);
        }
    }
}
