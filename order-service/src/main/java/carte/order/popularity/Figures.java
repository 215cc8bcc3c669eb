package carte.order.popularity;

import reactor.core.publisher.Mono;

/** Where figures are read. */
interface Figures {

    /** Returns the figures; nothing where they are to be had elsewhere. */
    Mono<PopularityFigures> read(PopularityQuery query);
}
