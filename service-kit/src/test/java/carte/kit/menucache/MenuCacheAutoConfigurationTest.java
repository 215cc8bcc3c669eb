package carte.kit.menucache;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.CacheTimings;
import carte.contracts.cache.MenuCache;
import carte.kit.freshness.FreshnessAutoConfiguration;
import carte.kit.redis.LettuceAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MenuCacheAutoConfigurationTest {

    private final ApplicationContextRunner redisService = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    FreshnessAutoConfiguration.class,
                    LettuceAutoConfiguration.class,
                    MenuCacheAutoConfiguration.class,
                    DataRedisAutoConfiguration.class));

    @Test
    void serviceWithRedisHasMenuCache() {
        redisService.run(context -> assertThat(context).hasSingleBean(MenuCache.class));
    }

    @Test
    void serviceWithoutRedisHasNone() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MenuCacheAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(MenuCache.class));
    }

    @Test
    void defaultsAreTheContracts() {
        redisService.run(context -> assertThat(
                context.getBean(MenuCacheProperties.class).timings())
                .isEqualTo(CacheTimings.DEFAULTS));
    }

    @Test
    void floorsThatEndTooSoonStopTheStart() {
        redisService
                .withPropertyValues(
                        "carte.cache.fill-deadline=5s", "carte.cache.floor-lifetime=9s")
                .run(context -> assertThat(context).getFailure().rootCause()
                        .hasMessageContaining("floor-lifetime is PT9S")
                        .hasMessageContaining("at least twice fill-deadline"));
    }

    @Test
    void entriesThatEndBeforeTheyMayNoLongerServeStopTheStart() {
        redisService
                .withPropertyValues("carte.cache.time-to-live=1m",
                        "carte.freshness.stale-if-error=2m")
                .run(context -> assertThat(context).getFailure().rootCause()
                        .hasMessageContaining("time-to-live is PT1M")
                        .hasMessageContaining("the longer is PT2M"));
    }

    @Test
    void aBoundThatIsShorterThanTheClockMarginStopsTheStart() {
        redisService
                .withPropertyValues("carte.freshness.bound=50ms")
                .run(context -> assertThat(context).getFailure().rootCause()
                        .hasMessageContaining("margin is PT0.1S")
                        .hasMessageContaining("less than bound"));
    }

    @Test
    void whatIsNoDurationStopsTheStart() {
        redisService
                .withPropertyValues("carte.cache.time-to-live=soon")
                .run(context -> assertThat(context).getFailure()
                        .hasStackTraceContaining("carte.cache.time-to-live"));
    }
}
