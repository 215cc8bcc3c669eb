package carte.gateway.site.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import carte.gateway.site.operations.Distribution.Bucket;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DistributionTest {

    private static final Samples TEN = Exposed.of("""
            times_bucket{le="0.01"} 2.0
            times_bucket{le="0.1"} 8.0
            times_bucket{le="1.0"} 10.0
            times_bucket{le="+Inf"} 10.0
            """);

    @Test
    void countsWhatFellIntoEachBucket() {
        assertThat(Distribution.of("times_bucket", TEN, TEN).buckets()).containsExactly(
                new Bucket(0, 0.01, 2), new Bucket(0.01, 0.1, 6), new Bucket(0.1, 1, 2),
                new Bucket(1, Double.POSITIVE_INFINITY, 0));
    }

    @Test
    void hasAllBucketsWhereLittleHasGrown() {
        Samples grown = Exposed.of("""
                times_bucket{le="1.0"} 1.0
                times_bucket{le="+Inf"} 1.0
                """);

        assertThat(Distribution.of("times_bucket", TEN, grown).buckets())
                .extracting(Bucket::count).containsExactly(0.0, 0.0, 1.0, 0.0);
    }

    @Test
    void reckonsQuantilesWithinABucket() {
        Distribution times = Distribution.of("times_bucket", TEN, TEN);

        assertThat(times.quantile(0.5).orElseThrow()).isCloseTo(0.055, within(1e-9));
        assertThat(times.quantile(0.99).orElseThrow()).isCloseTo(0.955, within(1e-9));
    }

    @Test
    void knowsNoMoreOfTheSlowestThanTheLastBound() {
        Samples slow = Exposed.of("""
                times_bucket{le="1.0"} 0.0
                times_bucket{le="+Inf"} 4.0
                """);

        assertThat(Distribution.of("times_bucket", slow, slow).quantile(0.5)).hasValue(1);
    }

    @Test
    void hasNoQuantilesOfNothing() {
        assertThat(Distribution.of("times_bucket", TEN, Samples.NONE).quantile(0.5))
                .isEqualTo(OptionalDouble.empty());
        assertThat(Distribution.of("times_bucket", Samples.NONE, Samples.NONE).buckets())
                .isEmpty();
    }
}
