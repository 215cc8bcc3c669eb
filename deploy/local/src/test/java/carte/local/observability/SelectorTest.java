package carte.local.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectorTest {

    @Test
    void findsMetricsAmongFunctionsLabelsAndRanges() {
        assertThat(Selector.of("""
                histogram_quantile(0.99, sum by (job, le) (rate(a_bucket{uri!~"x|y.*"}[5m]))) > 1
                and on (job) b:rate5m * 100 unless max(c_total offset 5m) == bool 1e3 or vector(0)
                """)).extracting(Selector::metric)
                .containsExactly("a_bucket", "b:rate5m", "c_total");
    }

    @Test
    void findsGroupingBehindTheFunction() {
        assertThat(Selector.of("sum(rate(a_total[$__rate_interval])) by (shard)"))
                .extracting(Selector::metric).containsExactly("a_total");
    }

    @Test
    void tellsWhichValuesLabelsMustHave() {
        assertThat(Selector.of("up{job=\"gateway\", instance=~\"g.*\", le!=\"1\", text=\"a } b\"}"))
                .isEqualTo(List.of(new Selector("up", Map.of("job", "gateway", "text", "a } b"))));
    }

    @Test
    void takesNoMetricOutOfAText() {
        assertThat(Selector.of("label_replace(a, \"b\", \"$1\", \"c\", \"(.*)\")"))
                .extracting(Selector::metric).containsExactly("a");
    }
}
