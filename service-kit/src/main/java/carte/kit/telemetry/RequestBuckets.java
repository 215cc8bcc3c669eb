package carte.kit.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.Arrays;

/** Makes a histogram of the times of requests; a setting would have made one of those under way. */
final class RequestBuckets implements MeterFilter {

    private static final DistributionStatisticConfig BUCKETS = DistributionStatisticConfig.builder()
            .serviceLevelObjectives(
                    Arrays.stream(Buckets.OF_TIMES).mapToDouble(Duration::toNanos).toArray())
            .build();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals("http.server.requests") ? BUCKETS.merge(config) : config;
    }
}
