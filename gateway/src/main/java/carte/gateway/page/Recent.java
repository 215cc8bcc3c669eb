package carte.gateway.page;

import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.cache.Freshness;
import carte.kit.load.SingleFlight;
import carte.kit.problem.ProblemException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Shows what is known while it is young enough, and asks again after that, once for all who want
 * the same. Where nothing newer can be had it shows what it has, and says so, if that is allowed.
 */
final class Recent<K, V> {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration LATELY = Duration.ofSeconds(30);
    private static final Duration ANY_TIME = Duration.ofDays(1);
    private static final int MOST_LOADS = 2;

    private final Cache<K, Known<V>> kept;
    private final SingleFlight<K, Known<V>> loads;
    private final Freshness freshness;
    private final Lasting<V> lasting;
    private final Supplier<Moment> clock;
    private volatile @Nullable Moment changedAt;

    /** Whether something still holds that was so when it was asked for. */
    @FunctionalInterface
    interface Lasting<V> {

        /** Takes the two times of day in milliseconds. */
        boolean holds(V value, long askedMillis, long nowMillis);

        /** Returns a rule for what does not change by itself as time passes. */
        static <V> Lasting<V> always() {
            return (_, _, _) -> true;
        }
    }

    /**
     * Takes what asks for a key.
     *
     * @param most how many are kept
     */
    Recent(
            Function<K, Mono<Known<V>>> source,
            Lasting<V> lasting,
            Freshness freshness,
            Supplier<Moment> clock,
            long most) {
        this(source, lasting, freshness, clock, most, ANY_TIME);
    }

    /**
     * Takes what asks for a key.
     *
     * @param most how many are kept
     * @param joinable for how long a question that is under way is joined
     */
    Recent(
            Function<K, Mono<Known<V>>> source,
            Lasting<V> lasting,
            Freshness freshness,
            Supplier<Moment> clock,
            long most,
            Duration joinable) {
        Duration longest = Stream.of(freshness.bound(), freshness.staleIfError(), LATELY)
                .max(Comparator.naturalOrder()).orElseThrow();
        this.kept = Caffeine.newBuilder().expireAfterWrite(longest).maximumSize(most).build();
        this.loads = new SingleFlight<>(
                key -> source.apply(key).doOnNext(loaded -> keep(key, loaded)),
                joinable.toNanos(), () -> clock.get().nanos());
        this.freshness = freshness;
        this.lasting = lasting;
        this.clock = clock;
    }

    private Known<V> younger(Known<V> one, Known<V> other) {
        Moment now = clock.get();
        return one.age(now).compareTo(other.age(now)) < 0 ? one : other;
    }

    /** Has whoever comes from now on shown nothing without a label that was asked for before. */
    synchronized void outdate() {
        changedAt = clock.get();
    }

    /** Returns what is to be shown without anybody being asked, if there is something. */
    Optional<V> fresh(K key) {
        Known<V> held = kept.getIfPresent(key);
        return held != null && use(held, clock.get()) == Use.FRESH
                ? Optional.of(held.value())
                : Optional.empty();
    }

    /** Tells whether somebody has asked for it lately. */
    boolean isKnown(K key) {
        return kept.getIfPresent(key) != null;
    }

    /** Forgets what is no longer so. */
    void forgetIf(Predicate<V> which) {
        kept.asMap().values().removeIf(held -> which.test(held.value()));
    }

    /** Keeps what was learnt by another question. */
    void keep(K key, Known<V> learnt) {
        kept.asMap().merge(key, learnt, this::younger);
    }

    /**
     * Returns what may be shown; fails if there is nothing.
     *
     * @param patience how long to wait for something newer while there is something to be shown
     */
    Mono<Given<V>> get(K key, Duration patience) {
        return Mono.defer(() -> {
            Moment came = clock.get();
            Known<V> held = kept.getIfPresent(key);
            if (held == null) {
                return load(key, came, MOST_LOADS);
            }
            return switch (use(held, came)) {
                case FRESH -> Mono.just(given(held, came, true));
                case STALE -> load(key, came, MOST_LOADS)
                        .timeout(patience)
                        .onErrorResume(failure -> stale(key, came, failure));
                case NONE -> load(key, came, MOST_LOADS);
            };
        });
    }

    /**
     * Returns what may be shown, or what comes of asking, however long that takes: it is as new as
     * if nothing were kept and the reader had come earlier, by how long questions are joined.
     */
    Mono<Given<V>> getHoweverLate(K key) {
        return Mono.defer(() -> {
            Moment came = clock.get();
            return Mono.justOrEmpty(fresh(key))
                    .map(value -> new Given<>(value, true, null))
                    .switchIfEmpty(Mono.defer(() -> loadSince(key, came)));
        });
    }

    private Mono<Given<V>> loadSince(K key, Moment came) {
        return loads.get(key).flatMap(loaded -> isOutdated(loaded, came)
                ? loadSince(key, came)
                : Mono.just(new Given<>(loaded.value(), false, null)));
    }

    private Mono<Given<V>> load(K key, Moment came, int most) {
        return loads.get(key).flatMap(loaded -> {
            Use use = use(loaded, came);
            // It may have been asked for long before this reader came, or before noon.
            if (use != Use.FRESH && wasFresh(loaded) && most > 1) {
                return load(key, came, most - 1);
            }
            return use == Use.NONE
                    ? Mono.error(Recent::tooOld)
                    : Mono.just(given(loaded, came, false));
        });
    }

    private boolean wasFresh(Known<V> loaded) {
        return Use.of(loaded.before(), freshness) == Use.FRESH;
    }

    /** What was young enough before the load may be too old after it. */
    private Mono<Given<V>> stale(K key, Moment came, Throwable failure) {
        Known<V> held = kept.getIfPresent(key);
        return held == null || use(held, came) == Use.NONE
                ? Mono.error(failure)
                : Mono.just(given(held, came, true));
    }

    private Use use(Known<V> known, Moment came) {
        Moment now = clock.get();
        Use byAge = Use.of(known.age(now), freshness);
        boolean holds = !isOutdated(known, came)
                && lasting.holds(known.value(), known.asked().millis(), now.millis());
        if (byAge == Use.FRESH && !holds) {
            return freshness.staleIfError().isZero() ? Use.NONE : Use.STALE;
        }
        return byAge;
    }

    /** What was asked for since the reader came is as new as the reader can want. */
    private boolean isOutdated(Known<V> known, Moment came) {
        Moment changed = changedAt;
        return changed != null
                && known.asked().nanos() - changed.nanos() <= 0
                && !isAskedSince(known, came);
    }

    private static boolean isAskedSince(Known<?> known, Moment came) {
        return known.asked().nanos() - came.nanos() >= 0;
    }

    private Given<V> given(Known<V> shown, Moment came, boolean wasKept) {
        return new Given<>(shown.value(), wasKept,
                use(shown, came) == Use.FRESH ? null : shown.age(clock.get()));
    }

    private static ProblemException tooOld() {
        return ProblemException.unavailable(
                "what is to be shown arrives too late to be vouched for", RETRY_AFTER, null);
    }
}
