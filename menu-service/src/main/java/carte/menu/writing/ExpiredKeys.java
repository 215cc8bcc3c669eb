package carte.menu.writing;

import carte.menu.shard.Shards;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes idempotency keys that have expired, every hour. */
@Component
class ExpiredKeys implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiredKeys.class);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final Shards shards;
    private final IdempotencyRows keys;
    private final Disposable.Swap removal = Disposables.swap();

    ExpiredKeys(Shards shards, DatabaseClient database) {
        this.shards = shards;
        this.keys = new IdempotencyRows(database);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        removal.update(Flux.interval(PERIOD)
                .onBackpressureDrop()
                .concatMap(_ -> Flux.fromIterable(shards.names()).concatMap(this::removeFrom))
                .subscribe());
    }

    Mono<Long> removeFrom(String shard) {
        return shards.in(shard, keys.forgetExpired())
                .onErrorResume(error -> {
                    LOG.warn("shard {}: expired idempotency keys stay for another hour: {}",
                            shard, error.toString());
                    return Mono.just(0L);
                });
    }

    @Override
    public void destroy() {
        removal.dispose();
    }
}
