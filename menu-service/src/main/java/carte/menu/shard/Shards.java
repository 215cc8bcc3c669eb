package carte.menu.shard;

import carte.contracts.menu.RestaurantId;
import carte.kit.postgres.PostgresOutage;
import carte.kit.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The way to the databases: each piece of work names its shard, ends in time, and fails as
 * {@code unavailable} where its shard is away.
 */
public final class Shards {

    private static final Logger LOG = LoggerFactory.getLogger(Shards.class);

    private final ShardMap map;
    private final TransactionalOperator transactions;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    Shards(ShardMap map, TransactionalOperator transactions) {
        this.map = map;
        this.transactions = transactions;
    }

    /** Returns the shard that owns a restaurant, or nothing. */
    public Optional<String> of(RestaurantId id) {
        return map.of(id);
    }

    /** Returns which shard owns which country. */
    public ShardMap map() {
        return map;
    }

    /** Returns the names of all shards. */
    public List<String> names() {
        return map.shards();
    }

    /** Runs {@code work}, each statement on its own, in a shard. */
    public <T> Mono<T> in(String shard, Mono<T> work) {
        return PostgresOutage.guard(work)
                .doOnError(error -> noteOutage(shard, error))
                .doOnSuccess(_ -> noteRecovery(shard))
                .contextWrite(context -> context.put(ShardRouting.SHARD, shard));
    }

    /** Runs {@code work} as one transaction in a shard; what it returns is committed. */
    public <T> Mono<T> transactionIn(String shard, Mono<T> work) {
        return in(shard, transactions.transactional(work));
    }

    private void noteOutage(String shard, Throwable error) {
        if (error instanceof ProblemException && error.getCause() != null && failing.add(shard)) {
            LOG.warn("shard {}: the database does not serve: {}", shard,
                    error.getCause().toString());
        }
    }

    private void noteRecovery(String shard) {
        if (failing.remove(shard)) {
            LOG.info("shard {}: the database serves again", shard);
        }
    }
}
