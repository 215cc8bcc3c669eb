package carte.menu.shard;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes rows whose time is over from all shards, every hour. */
@Component
class Expiry implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final Shards shards;
    private final List<ExpiringRows> kinds;
    private final Disposable.Swap removal = Disposables.swap();

    Expiry(Shards shards, List<ExpiringRows> kinds) {
        this.shards = shards;
        this.kinds = List.copyOf(kinds);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        removal.update(Flux.interval(PERIOD)
                .onBackpressureDrop()
                .concatMap(_ -> Flux.fromIterable(shards.names()).concatMap(this::removeFrom))
                .subscribe());
    }

    Mono<Void> removeFrom(String shard) {
        return Flux.fromIterable(kinds)
                .concatMap(rows -> shards.in(shard, rows.removeExpired())
                        .onErrorResume(error -> {
                            LOG.warn("shard {}: expired {} stay for another hour: {}", shard,
                                    rows.plural(), error.toString());
                            return Mono.empty();
                        }))
                .then();
    }

    @Override
    public void destroy() {
        removal.dispose();
    }
}
