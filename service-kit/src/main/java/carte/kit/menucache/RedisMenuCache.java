package carte.kit.menucache;

import carte.contracts.cache.ApplyOutcome;
import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CacheEntryCodec;
import carte.contracts.cache.CacheKeys;
import carte.contracts.cache.CacheScripts;
import carte.contracts.cache.CacheTimings;
import carte.contracts.cache.FillOutcome;
import carte.contracts.cache.LogStep;
import carte.contracts.cache.MenuCache;
import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.RedisElementReader;
import org.springframework.data.redis.serializer.RedisElementWriter;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The {@link MenuCache} in Redis: one key per restaurant, each decision one Lua script. */
public final class RedisMenuCache implements MenuCache {

    private static final Logger LOG = LoggerFactory.getLogger(RedisMenuCache.class);

    private static final RedisScript<String> FILL = script(CacheScripts.FILL);
    private static final RedisScript<String> APPLY = script(CacheScripts.APPLY);
    private static final RedisScript<String> EVICT = script(CacheScripts.EVICT);
    private static final RedisScript<String> ADVANCE = script(CacheScripts.ADVANCE);

    private static final RedisElementWriter<byte[]> AS_IT_IS = ByteBuffer::wrap;
    private static final RedisElementReader<String> ANSWER = RedisElementReader
            .from(RedisSerializer.string());
    private static final byte[] NO_MENU = {};
    private static final double JITTER = 0.1;

    private final ReactiveRedisTemplate<String, byte[]> redis;
    private final CacheTimings timings;
    private final Mono<Boolean> connected;

    /** Connects at the first use. */
    public RedisMenuCache(ReactiveRedisConnectionFactory connections, CacheTimings timings) {
        this.redis = new ReactiveRedisTemplate<>(connections, RedisSerializationContext
                .<String, byte[]>newSerializationContext(RedisSerializer.string())
                .value(RedisSerializer.byteArray())
                .build());
        this.timings = timings;
        // The first connection is waited for by whoever asks first, which must be no event loop;
        // thereafter the driver keeps it alive by itself. A failure is not remembered.
        this.connected = Mono.fromSupplier(connections::getReactiveConnection)
                .subscribeOn(Schedulers.boundedElastic())
                .thenReturn(true)
                .cacheInvalidateIf(_ -> false);
    }

    /** Connects ahead of the first use, so that no reader waits for it; Redis may be away. */
    void connectAhead() {
        connected.then(redis.hasKey("connect-ahead")).subscribe(
                _ -> LOG.debug("connected to Redis"),
                error -> LOG.warn("Redis does not answer yet: {}", error.toString()));
    }

    @Override
    public Mono<CachedMenu> read(RestaurantId id, String shard) {
        List<String> keys = List.of(CacheKeys.menu(id),
                CacheKeys.watermark(MenuTopic.partitionOf(id), shard));
        return connected.then(redis.opsForValue().multiGet(keys))
                .flatMap(found -> Mono.justOrEmpty(cached(id, found.get(0), found.get(1))));
    }

    @Override
    public Mono<FillOutcome> fill(RestaurantId id, CacheEntry read) {
        Duration lifetime = switch (read) {
            case CacheEntry.Value _ -> timings.timeToLive();
            case CacheEntry.Absent _ -> timings.absentTimeToLive();
            case CacheEntry.Floor _ ->
                throw new IllegalArgumentException("a floor is not what was read: " + read);
        };
        return run(FILL, List.of(CacheKeys.menu(id)), List.of(
                CacheEntryCodec.encode(read),
                text(spread(lifetime, ThreadLocalRandom.current().nextDouble())),
                text(timings.fillDeadline().toNanos() / 1000)))
                .map(RedisMenuCache::fillOutcome);
    }

    @Override
    public Mono<ApplyOutcome> apply(
            RestaurantId id,
            MenuVersion version,
            @Nullable CompressedMenu menu,
            Instant publishedAt,
            LogStep step) {
        byte[] value = menu == null
                ? NO_MENU
                : CacheEntryCodec.encode(new CacheEntry.Value(version, publishedAt, menu));
        return run(APPLY, entryAndOffset(id), List.of(
                text(version.number()),
                text(CacheEntryCodec.toMicros(publishedAt)),
                value,
                text(spread(timings.timeToLive(), ThreadLocalRandom.current().nextDouble())),
                text(timings.floorLifetime().toMillis()),
                text(step.from()),
                text(step.to())))
                .map(RedisMenuCache::applyOutcome);
    }

    @Override
    public Mono<ApplyOutcome> evict(RestaurantId id, LogStep step) {
        return run(EVICT, entryAndOffset(id), List.of(
                text(timings.floorLifetime().toMillis()),
                text(step.from()),
                text(step.to())))
                .map(RedisMenuCache::applyOutcome);
    }

    private static List<String> entryAndOffset(RestaurantId id) {
        return List.of(CacheKeys.menu(id), CacheKeys.offset(MenuTopic.partitionOf(id)));
    }

    @Override
    public Mono<Long> offset(int partition) {
        return connected.then(redis.opsForValue().get(CacheKeys.offset(partition)))
                .map(RedisMenuCache::number)
                .defaultIfEmpty(NOTHING_APPLIED);
    }

    @Override
    public Mono<ApplyOutcome> advance(int partition, LogStep step, Watermark watermark) {
        List<String> keys = List.of(CacheKeys.offset(partition),
                CacheKeys.watermark(partition, watermark.shard()));
        return run(ADVANCE, keys, List.of(
                text(step.from()),
                text(step.to()),
                text(CacheEntryCodec.toMicros(watermark.time()))))
                .map(RedisMenuCache::applyOutcome);
    }

    /**
     * Returns {@code lifetime} in milliseconds, a tenth longer or shorter, so that what was stored
     * together does not expire together.
     *
     * @param unit from 0 to 1
     */
    static long spread(Duration lifetime, double unit) {
        double factor = 1 - JITTER + 2 * JITTER * unit;
        return Math.max(1, Math.round(lifetime.toMillis() * factor));
    }

    private Mono<String> run(
            RedisScript<String> script, List<String> keys, List<byte[]> arguments) {
        return connected.then(
                redis.execute(script, keys, arguments, AS_IT_IS, ANSWER).single());
    }

    private static @Nullable CachedMenu cached(
            RestaurantId id, byte @Nullable [] entry, byte @Nullable [] watermark) {
        CacheEntry read = entry == null ? null : decode(id, entry);
        return read == null
                ? null
                : new CachedMenu(read, watermark == null
                        ? Instant.EPOCH
                        : CacheEntryCodec.fromMicros(number(watermark)));
    }

    private static long number(byte[] text) {
        return Long.parseLong(new String(text, StandardCharsets.US_ASCII));
    }

    /** Something that this version cannot read is as good as nothing: it is read anew. */
    private static @Nullable CacheEntry decode(RestaurantId id, byte[] bytes) {
        try {
            return CacheEntryCodec.decode(bytes);
        } catch (IllegalArgumentException e) {
            LOG.warn("the cache's entry of {} cannot be read, taken as a miss: {}",
                    id, e.getMessage());
            return null;
        }
    }

    private static FillOutcome fillOutcome(String answer) {
        return switch (answer) {
            case "stored" -> FillOutcome.STORED;
            case "old" -> FillOutcome.REFUSED_AS_OLD;
            case "late" -> FillOutcome.REFUSED_AS_LATE;
            default -> throw new IllegalStateException("fill.lua answered " + answer);
        };
    }

    private static ApplyOutcome applyOutcome(String answer) {
        return switch (answer) {
            case "refreshed" -> ApplyOutcome.REFRESHED;
            case "floored" -> ApplyOutcome.FLOORED;
            case "applied" -> ApplyOutcome.ALREADY_APPLIED;
            case "elsewhere" -> ApplyOutcome.ELSEWHERE;
            default -> throw new IllegalStateException("a script answered " + answer);
        };
    }

    private static RedisScript<String> script(String lua) {
        return RedisScript.of(lua, String.class);
    }

    private static byte[] text(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
