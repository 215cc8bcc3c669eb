package carte.order.popularity;

import carte.contracts.cache.DatabaseClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The figures as a replica shows them, while it answers and is not too late; else nothing. */
final class ReplicaFigures implements Figures {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaFigures.class);

    /** Whoever waits for longer is served by the primary. */
    private static final Duration LONGEST_READ = Duration.ofMillis(500);

    /** A replica that was of no use is left alone for so long, lest every reader waits for it. */
    static final Duration REST = Duration.ofSeconds(5);

    private final Figures replica;
    private final DatabaseClock primaryClock;
    private final Duration bound;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Long> restingSince = new AtomicReference<>();

    /**
     * Decides by the primary's clock, as this process knows it: the replica's own may be wrong.
     *
     * @param bound how old the replica's figures may be
     */
    ReplicaFigures(Figures replica, DatabaseClock primaryClock, Duration bound,
            LongSupplier nanoTime) {
        this.replica = replica;
        this.primaryClock = primaryClock;
        this.bound = bound;
        this.nanoTime = nanoTime;
    }

    @Override
    public Mono<PopularityFigures> read(PopularityQuery query) {
        return Mono.defer(() -> isResting() ? Mono.empty() : replica.read(query))
                .timeout(LONGEST_READ)
                .map(this::aged)
                .doOnNext(this::judge)
                .filter(this::isFresh)
                .onErrorResume(error -> {
                    rest(error.toString());
                    return Mono.empty();
                });
    }

    private PopularityFigures aged(PopularityFigures figures) {
        Instant latest = primaryClock.now();
        return new PopularityFigures(figures.asOf(),
                FigureRows.millisUp(figures.asOf(), latest), figures.items());
    }

    private boolean isFresh(PopularityFigures figures) {
        return figures.ageMillis() <= bound.toMillis();
    }

    private void judge(PopularityFigures figures) {
        if (!isFresh(figures)) {
            rest("it may be as of " + figures.asOf());
        } else if (restingSince.getAndSet(null) != null) {
            LOG.info("Popularity is read from the replica again");
        }
    }

    private boolean isResting() {
        Long since = restingSince.get();
        return since != null && nanoTime.getAsLong() - since < REST.toNanos();
    }

    private void rest(String why) {
        if (restingSince.getAndSet(nanoTime.getAsLong()) == null) {
            LOG.warn("Popularity is read from the primary, since the replica does not serve: {}",
                    why);
        }
    }
}
