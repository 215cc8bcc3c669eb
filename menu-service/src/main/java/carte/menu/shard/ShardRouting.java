package carte.menu.shard;

import org.springframework.r2dbc.connection.lookup.AbstractRoutingConnectionFactory;
import reactor.core.publisher.Mono;

/** Takes each connection from the shard that the Reactor context names. */
final class ShardRouting extends AbstractRoutingConnectionFactory {

    /** Under which the context names the shard. */
    static final Object SHARD = ShardRouting.class;

    @Override
    protected Mono<Object> determineCurrentLookupKey() {
        return Mono.deferContextual(context -> Mono.just(context.get(SHARD)));
    }
}
