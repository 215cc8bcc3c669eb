package carte.order.popularity;

import carte.kit.postgres.PostgresOutage;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

/** Reads figures from the replica while it is of use, else from the primary. */
final class PopularityReads implements Figures {

    /** The counter of reads by the database that served them. */
    static final String READS = "carte.order.popularity.reads";

    private final Figures replica;
    private final Figures primary;
    private final MeterRegistry meters;

    /** Takes a {@code replica} that always has nothing where there is none. */
    PopularityReads(Figures replica, Figures primary, MeterRegistry meters) {
        this.replica = replica;
        this.primary = primary;
        this.meters = meters;
    }

    @Override
    public Mono<PopularityFigures> read(PopularityQuery query) {
        return counted("replica", replica.read(query))
                .switchIfEmpty(Mono.defer(() -> counted("primary",
                        PostgresOutage.guard(primary.read(query)))));
    }

    private Mono<PopularityFigures> counted(String from, Mono<PopularityFigures> read) {
        return read.doOnNext(_ -> meters.counter(READS, "from", from).increment());
    }
}
