package carte.order.live;

import carte.contracts.json.ContractJson;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * What one who watches an order is told, as server-sent events (WHATWG HTML, 9.2) named
 * {@code order} whose ids are revisions.
 */
final class OrderStream {

    private static final Pattern REVISION = Pattern.compile("[1-9][0-9]{0,8}");
    private static final String OPENING = "retry: 2000\n\n";

    private final Step present;
    private final int seen;

    /** Takes what the order is, and what {@code Last-Event-ID} says that has been seen of it. */
    OrderStream(Step present, @Nullable String lastEventId) {
        this.present = present;
        int said = lastEventId != null && REVISION.matcher(lastEventId).matches()
                ? Integer.parseInt(lastEventId)
                : 0;
        // Nobody has seen what has not been yet.
        this.seen = said > present.revision() ? 0 : said;
    }

    /** Tells whether all has been seen, and nothing more will come. */
    boolean isOver() {
        return seen == present.revision() && !present.state().isOpen();
    }

    /** Returns the events: what the order is, then each change, until one that is the last. */
    Flux<String> texts(Flux<Step> changes, Flux<String> heartbeats) {
        return Flux.concat(Flux.just(OPENING), Flux.defer(() -> steps(changes))
                .map(OrderStream::text)
                .publish(events -> events.mergeWith(heartbeats.onBackpressureDrop()
                        .takeUntilOther(events.ignoreElements()))));
    }

    /** The log may repeat itself, and tells what was read from the database already. */
    private Flux<Step> steps(Flux<Step> changes) {
        int[] told = {seen};
        return Flux.concat(Flux.just(present), changes)
                .filter(step -> step.revision() > told[0])
                .doOnNext(step -> told[0] = step.revision())
                .takeUntil(step -> !step.state().isOpen());
    }

    private static String text(Step step) {
        return "event: order\nid: " + step.revision() + "\ndata: "
                + ContractJson.mapper().writeValueAsString(step) + "\n\n";
    }
}
