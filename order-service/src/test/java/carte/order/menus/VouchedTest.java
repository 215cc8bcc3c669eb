package carte.order.menus;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.Freshness;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VouchedTest {

    private static final Freshness FRESHNESS = new Freshness(
            Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ZERO);
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant YOUNG = NOW.minusMillis(1_900);
    private static final Instant OLD = NOW.minusMillis(1_901);

    @Test
    void eitherTheOwnerOrAWatermarkVouchesWithinTheBound() {
        assertThat(vouched(YOUNG, null, null)).isTrue();
        assertThat(vouched(null, YOUNG, null)).isTrue();
        assertThat(vouched(OLD, YOUNG, null)).isTrue();
        assertThat(vouched(YOUNG, OLD, null)).isTrue();
    }

    @Test
    void nothingVouchesForLongerThanTheBound() {
        assertThat(vouched(OLD, OLD, null)).isFalse();
        assertThat(vouched(null, null, null)).isFalse();
    }

    @Test
    void timeThatHasNotComeVouchesForNothingAndHidesNothing() {
        Instant future = NOW.plusMillis(1);

        assertThat(vouched(future, future, null)).isFalse();
        assertThat(vouched(YOUNG, future, null)).isTrue();
        assertThat(vouched(future, YOUNG, null)).isTrue();
    }

    @Test
    void watermarkDoesNotSpeakForAChangeThatCouldNotBeRead() {
        assertThat(vouched(null, YOUNG, OLD)).isFalse();
        assertThat(vouched(OLD.minusMillis(1), YOUNG, OLD)).isFalse();
        assertThat(vouched(OLD, YOUNG, OLD)).isTrue();
    }

    private static boolean vouched(
            @Nullable Instant told, @Nullable Instant watermark, @Nullable Instant gap) {
        return Vouched.of("west", told, watermark, gap).within(FRESHNESS, NOW);
    }
}
