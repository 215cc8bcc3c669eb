package carte.invalidator.menu;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CacheKeys;
import carte.contracts.event.MenuTopic;
import carte.contracts.fixture.Menus;
import carte.contracts.menu.RestaurantId;
import carte.embedded.EmbeddedRedis;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OutageIT {

    private final MenuTopicUnderTest topic = new MenuTopicUnderTest();
    private final EmbeddedRedis redis = EmbeddedRedis.builder().appendOnly(true).start();
    private final RestaurantId mamaPut = Menus.freshRestaurant();

    @AfterEach
    void stop() {
        redis.close();
        topic.close();
    }

    @Test
    void whatHappensWhileRedisIsAwayIsAppliedInOrderWhenItIsBack(CapturedOutput output) {
        try (RunningInvalidator invalidator = RunningInvalidator.start(topic, redis)) {
            invalidator.fill(mamaPut, 1);
            topic.publish(mamaPut, 2);
            invalidator.awaitHeld(mamaPut, CacheEntry.Value.class, 2);
            await().until(() -> topic.committed(mamaPut) == topic.end(mamaPut));
            long before = topic.committed(mamaPut);
            Set<String> members = topic.memberIds();

            redis.stop();
            for (long version = 3; version <= 12; version++) {
                topic.publish(mamaPut, version);
            }
            RestaurantId other = Menus.freshRestaurant();
            topic.publish(other, 5);
            int away = MenuTopic.partitionOf(other) == MenuTopic.partitionOf(mamaPut) ? 1 : 2;
            await().until(() -> invalidator.waitingPartitions() == away);
            // Longer than many tries take: still nothing is given up.
            await().pollDelay(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                    topic.committed(mamaPut)).isEqualTo(before));
            assertThat(invalidator.waitingPartitions()).isEqualTo(away);
            redis.start();

            invalidator.awaitHeld(mamaPut, CacheEntry.Value.class, 12);
            invalidator.awaitHeld(other, CacheEntry.Floor.class, 5);
            // Every version was applied after the one before it: none was found outdated.
            assertThat(invalidator.applied("refreshed")).isEqualTo(11);
            assertThat(invalidator.applied("already_applied")).isZero();
            await().until(() -> topic.committed(mamaPut) == topic.end(mamaPut));
            assertThat(topic.memberIds()).isEqualTo(members);
            await().until(() -> invalidator.waitingPartitions() == 0);
        }
        assertThat(output.getOut()).doesNotContain("passed on");
        assertThat(output.getOut().lines().filter(line -> line.contains("cannot be applied")))
                .hasSize(1);
        assertThat(output.getOut().lines().filter(line -> line.contains("are applied again")))
                .hasSize(1);
    }

    @Test
    void goesOnWhereItStopped() {
        try (RunningInvalidator invalidator = RunningInvalidator.start(topic, redis)) {
            invalidator.fill(mamaPut, 1);
            topic.publish(mamaPut, 2);
            invalidator.awaitHeld(mamaPut, CacheEntry.Value.class, 2);
            Instant time = now();
            topic.watermarks(time);
            invalidator.awaitCaughtUp(topic, time);
        }
        topic.publish(mamaPut, 3);
        topic.publish(mamaPut, 4);
        try (RunningInvalidator invalidator = RunningInvalidator.start(topic, redis)) {
            invalidator.awaitHeld(mamaPut, CacheEntry.Value.class, 4);
            assertThat(invalidator.applied("refreshed")).isEqualTo(2);
            assertThat(invalidator.applied("already_applied")).isZero();
        }
    }

    @Test
    void aWipedCacheIsFilledFromTheBeginning() {
        topic.publish(mamaPut, 2);
        try (RunningInvalidator invalidator = RunningInvalidator.start(topic, redis)) {
            Instant time = now();
            topic.watermarks(time);
            invalidator.awaitCaughtUp(topic, time);
            double replays = invalidator.count("carte.invalidator.replays");

            invalidator.bean(ReactiveStringRedisTemplate.class).getConnectionFactory()
                    .getReactiveConnection().serverCommands().flushAll().block();
            Instant later = now();
            topic.watermarks(later);

            await().until(() -> invalidator.count("carte.invalidator.replays") == replays
                    + MenuTopic.PARTITIONS);
            invalidator.awaitHeld(mamaPut, CacheEntry.Floor.class, 2);
            invalidator.awaitCaughtUp(topic, later);
        }
    }

    @Test
    void aCacheThatWentBackIsBroughtForwardFromThere() {
        try (RunningInvalidator invalidator = RunningInvalidator.start(topic, redis)) {
            invalidator.fill(mamaPut, 1);
            topic.publish(mamaPut, 2);
            topic.watermarks(now());
            invalidator.awaitHeld(mamaPut, CacheEntry.Value.class, 2);
            var keys = invalidator.bean(ReactiveStringRedisTemplate.class).opsForValue();
            int partition = MenuTopic.partitionOf(mamaPut);
            await().until(() -> keys.get(CacheKeys.offset(partition)).block() != null);
            String back = keys.get(CacheKeys.offset(partition)).block();
            Instant between = now();
            topic.publish(mamaPut, 3);
            topic.watermarks(between);
            invalidator.awaitCaughtUp(topic, between);

            // As an older snapshot has it: neither the change nor the way behind it.
            keys.delete(CacheKeys.menu(mamaPut)).block();
            keys.set(CacheKeys.offset(partition), String.valueOf(back)).block();
            assertThat(invalidator.read(mamaPut)).isNull();
            Instant later = now();
            topic.watermarks(later);

            invalidator.awaitHeld(mamaPut, CacheEntry.Floor.class, 3);
            invalidator.awaitCaughtUp(topic, later);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Test
    void whatWasNotAppliedBeforeTheEndIsAppliedByTheNext() {
        try (RunningInvalidator invalidator = RunningInvalidator.start(topic, redis)) {
            invalidator.fill(mamaPut, 1);
            redis.stop();
            topic.publish(mamaPut, 2);
            await().atMost(20, SECONDS).until(() -> invalidator.waitingPartitions() == 1);
        }
        redis.start();
        try (RunningInvalidator invalidator = RunningInvalidator.start(topic, redis)) {
            invalidator.awaitHeld(mamaPut, CacheEntry.Value.class, 2);
        }
    }
}
