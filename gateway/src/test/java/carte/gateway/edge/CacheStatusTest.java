package carte.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheStatusTest {

    @Test
    void staleTellsForHowLongInWholeSeconds() {
        assertThat(CacheStatus.stale(Duration.ofMillis(3_999)))
                .isEqualTo("carte-edge; hit; stale; ttl=-3");
    }

    @Test
    void loadedStandsBehindWhatTheMenuServiceSaid() {
        assertThat(CacheStatus.loaded("carte-redis; hit", false))
                .isEqualTo("carte-redis; hit, carte-edge; fwd=miss");
        assertThat(CacheStatus.loaded("carte-redis; fwd=miss", true))
                .isEqualTo("carte-redis; fwd=miss, carte-edge; fwd=stale");
    }

    @Test
    void loadedStandsAloneWhereTheMenuServiceSaidNothing() {
        assertThat(CacheStatus.loaded("", false)).isEqualTo("carte-edge; fwd=miss");
    }

    @ParameterizedTest
    @CsvSource({
            "carte-redis; hit, false", "carte-redis; fwd=stale, false", "'', false",
            "carte-redis; hit; stale; ttl=-10, true", "carte-redis;hit;stale, true",
            "carte-redis; fwd=stale; stale, true"})
    void knowsTheMenuServicesOwnLabel(String source, boolean stale) {
        assertThat(CacheStatus.saysStale(source)).isEqualTo(stale);
    }
}
