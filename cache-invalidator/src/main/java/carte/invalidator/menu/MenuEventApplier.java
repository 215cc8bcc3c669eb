package carte.invalidator.menu;

import carte.contracts.cache.ApplyOutcome;
import carte.contracts.cache.LogStep;
import carte.contracts.cache.MenuCache;
import carte.contracts.event.MalformedEvent;
import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.event.Watermark;
import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.RestaurantId;
import carte.kit.telemetry.SpanAttributes;
import io.opentelemetry.api.trace.Span;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Decides what a record of the topic does to the cache: a change is applied, an event of an unknown
 * type is skipped, and of a record that cannot be read the restaurant is evicted and the record is
 * set aside.
 *
 * <p>Waits for the cache, because the order of the records is the point; so it is called on threads
 * that have nothing else to do.
 */
final class MenuEventApplier {

    private static final Logger LOG = LoggerFactory.getLogger(MenuEventApplier.class);

    private final MenuCache cache;
    private final DeadLetters deadLetters;
    private final InvalidatorMeters meters;
    private final AppliedMenus told;
    private final Clock clock;
    private final Duration patience;
    private final Map<TopicPartition, Long> lastSetAside = new ConcurrentHashMap<>();

    MenuEventApplier(
            MenuCache cache,
            DeadLetters deadLetters,
            InvalidatorMeters meters,
            AppliedMenus told,
            Clock clock,
            Duration patience) {
        this.cache = cache;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.told = told;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Returns once all that follows from the record is done.
     *
     * @param step of the record through its partition
     * @return what the cache said; nothing if there was nothing to be done in it
     * @throws RuntimeException if it is not done, and must be tried again before the next record
     */
    Optional<ApplyOutcome> apply(ConsumerRecord<byte[], byte[]> record, LogStep step) {
        try {
            return switch (MenuEventCodec.decode(withTextKey(record)).orElse(null)) {
                case MenuChanged change -> Optional.of(apply(record, change, step));
                case Watermark watermark -> Optional.of(
                        advance(record.partition(), watermark, step));
                case null -> {
                    meters.unknown();
                    yield Optional.empty();
                }
            };
        } catch (MalformedEvent e) {
            return setAside(record, step, String.valueOf(e.getMessage()));
        }
    }

    private ApplyOutcome apply(
            ConsumerRecord<byte[], byte[]> record, MenuChanged event, LogStep step) {
        MenuJson menu = event.menu();
        CompressedMenu compressed = menu == null ? null : menu.compress();
        ApplyOutcome outcome = await(cache.apply(event.restaurantId(), event.version(), compressed,
                event.publishedAt(), step));
        meters.applied(outcome, Duration.between(event.publishedAt(), clock.instant()));
        describe(Span.current(), event, outcome);
        if (outcome != ApplyOutcome.ELSEWHERE) {
            told.applied(record, event);
        }
        LOG.debug("{} version {}: {}", event.restaurantId(), event.version(), outcome);
        return outcome;
    }

    private static void describe(Span span, MenuChanged event, ApplyOutcome outcome) {
        span.setAttribute(SpanAttributes.RESTAURANT, event.restaurantId().value());
        span.setAttribute(SpanAttributes.MENU_VERSION, event.version().number());
        span.setAttribute(SpanAttributes.APPLY_OUTCOME, InvalidatorMeters.text(outcome));
    }

    private ApplyOutcome advance(int partition, Watermark watermark, LogStep step) {
        ApplyOutcome outcome = await(cache.advance(partition, step, watermark));
        if (outcome != ApplyOutcome.ELSEWHERE) {
            meters.watermark(partition, watermark);
        }
        return outcome;
    }

    private Optional<ApplyOutcome> setAside(
            ConsumerRecord<byte[], byte[]> record, LogStep step, String reason) {
        Optional<RestaurantId> restaurant = restaurant(record);
        // Set aside first: once the cache has taken the step, the record does not come again.
        setAsideOnce(record, reason);
        Optional<ApplyOutcome> outcome = restaurant.map(id -> await(cache.evict(id, step)));
        meters.setAside();
        LOG.warn("{}-{}@{} ({}) cannot be read and is set aside: {}",
                record.topic(), record.partition(), record.offset(),
                restaurant.map(RestaurantId::value).orElse("of no restaurant"), reason);
        return outcome;
    }

    /** A record that the cache has not taken comes again; it is set aside by its first try. */
    private void setAsideOnce(ConsumerRecord<byte[], byte[]> record, String reason) {
        var partition = new TopicPartition(record.topic(), record.partition());
        if (!Objects.equals(lastSetAside.get(partition), record.offset())) {
            deadLetters.setAside(record, reason);
            lastSetAside.put(partition, record.offset());
        }
    }

    private <T> T await(Mono<T> answer) {
        // The next record must not overtake this one; the cache fails by itself long before.
        return Objects.requireNonNull(
                answer.block(patience), "the cache did not say what became of the record");
    }

    private static Optional<RestaurantId> restaurant(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(text(record.key())).flatMap(RestaurantId::parse);
    }

    private static ConsumerRecord<String, byte[]> withTextKey(
            ConsumerRecord<byte[], byte[]> record) {
        var readable = new ConsumerRecord<>(record.topic(), record.partition(), record.offset(),
                text(record.key()), record.value());
        record.headers().forEach(readable.headers()::add);
        return readable;
    }

    private static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }
}
