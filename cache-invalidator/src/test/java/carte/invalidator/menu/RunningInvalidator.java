package carte.invalidator.menu;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CacheEntryCodec;
import carte.contracts.cache.CacheKeys;
import carte.contracts.cache.MenuCache;
import carte.contracts.event.MenuTopic;
import carte.contracts.fixture.Records;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.embedded.RedisServer;
import carte.invalidator.CacheInvalidatorApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole service, started as {@code main} starts it, on real Kafka and Redis. */
final class RunningInvalidator implements AutoCloseable {

    private static final int CONSUMERS = 3;

    private final ConfigurableApplicationContext context;

    private RunningInvalidator(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Returns once the service says that it is ready. */
    static RunningInvalidator start(MenuTopicUnderTest topic, RedisServer redis) {
        var invalidator = new RunningInvalidator(SpringApplication.run(
                CacheInvalidatorApplication.class,
                "--server.port=0",
                "--management.server.port=0",
                "--spring.kafka.bootstrap-servers=" + topic.bootstrapServers(),
                "--spring.kafka.consumer.group-id=" + topic.group(),
                "--spring.kafka.listener.concurrency=" + CONSUMERS,
                "--spring.data.redis.host=" + redis.host(),
                "--spring.data.redis.port=" + redis.port()));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> invalidator.get(
                "/readyz").expectStatus().isOk());
        await().atMost(Duration.ofSeconds(30)).until(() -> topic.isSharedBy(CONSUMERS));
        return invalidator;
    }

    WebTestClient.ResponseSpec get(String path) {
        return get("local.server.port", path);
    }

    /** Asks the management port for the numbers. */
    WebTestClient.ResponseSpec metrics() {
        return get("local.management.port", "/actuator/prometheus");
    }

    private WebTestClient.ResponseSpec get(String at, String path) {
        String port = context.getEnvironment().getProperty(at);
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build()
                .get().uri(path).exchange();
    }

    /** Puts a version into the cache, as a reader that missed does. */
    void fill(RestaurantId id, long version) {
        Instant readAt = Instant.now();
        MenuJson menu = Records.menuChanged(id, version, readAt).menu();
        cache().fill(id, new CacheEntry.Value(new MenuVersion(version), readAt,
                Objects.requireNonNull(menu).compress())).block();
        assertThat(read(id)).isInstanceOf(CacheEntry.Value.class);
    }

    /** Waits until the cache says that everything in the topic is applied to it. */
    void awaitCaughtUp(MenuTopicUnderTest topic, Instant watermark) {
        await().atMost(30, SECONDS).ignoreExceptions().untilAsserted(() -> {
            for (int partition = 0; partition < MenuTopic.PARTITIONS; partition++) {
                assertThat(cache().offset(partition).block()).isEqualTo(topic.end(partition));
            }
        });
        assertThat(bean(ReactiveStringRedisTemplate.class).opsForValue()
                .get(CacheKeys.watermark(0, "west")).block())
                .isEqualTo(Long.toString(CacheEntryCodec.toMicros(watermark)));
    }

    @Nullable
    CacheEntry read(RestaurantId id) {
        return cache().read(id, "west").map(CachedMenu::entry).block(Duration.ofSeconds(10));
    }

    /** Waits until the cache can be reached and holds exactly this. */
    void awaitHeld(RestaurantId id, Class<? extends CacheEntry> kind, long version) {
        await().atMost(30, SECONDS).ignoreExceptions().untilAsserted(() -> assertThat(read(id))
                .isInstanceOf(kind)
                .extracting(CacheEntry::version)
                .isEqualTo(new MenuVersion(version)));
    }

    double applied(String outcome) {
        return meters().get("carte.invalidator.events.applied")
                .tag("outcome", outcome).counter().count();
    }

    double count(String counter) {
        return meters().get(counter).counter().count();
    }

    double waitingPartitions() {
        return meters().get("carte.invalidator.partitions.waiting").gauge().value();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private MenuCache cache() {
        return context.getBean(MenuCache.class);
    }

    private MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }
}
