package carte.gateway.edge;

import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.gateway.edge.MenuListeners.Change;
import carte.gateway.route.OwnRead;
import carte.gateway.route.RouteTable;
import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.SharedParameter;
import carte.kit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHeadResponseDecorator;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Tells pages of the changes of one menu as they happen: server-sent events (WHATWG HTML, 9.2)
 * named {@code menu}, whose id is the version. Who comes back with {@code Last-Event-ID} is told at
 * once of a version that it has missed.
 */
@PublicCall(id = "watchMenu", summary = "Tells of a menu's changes as they happen",
        audience = Audience.CUSTOMERS,
        description = "Server-sent events named `menu`, whose id is the version. A page that comes"
                + " back is told at once of a version that it has missed.",
        parameters = SharedParameter.LAST_EVENT_ID)
@Answers(value = String.class, mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
        description = "Events until the client leaves.", example = "events.txt")
@Refuses(ProblemType.RESTAURANT_NOT_FOUND)
final class MenuEventsRead implements OwnRead {

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");
    private static final String OPENING = "retry: 2000\n\n";
    private static final String HEARTBEAT = ":\n\n";

    private final EdgeReads reads;
    private final EdgeCache cache;
    private final MenuListeners listeners;
    private final Flux<String> heartbeats;

    MenuEventsRead(
            EdgeReads reads, EdgeCache cache, MenuListeners listeners, Duration heartbeat) {
        this.reads = reads;
        this.cache = cache;
        this.listeners = listeners;
        // One timer for all pages; proxies on the way end connections that are silent for long.
        this.heartbeats = Flux.interval(heartbeat).map(_ -> HEARTBEAT).share();
    }

    @Override
    public String template() {
        return RouteTable.EVENTS_TEMPLATE;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        AcceptHeader.require(MediaType.TEXT_EVENT_STREAM, request);
        String id = RestaurantSegment.of(request);
        return reads.read(id, MenuVersion.NONE).flatMap(answer -> switch (answer) {
            case EdgeAnswer.Other other -> other.answer().sendTo(exchange.getResponse());
            case EdgeAnswer.Menu menu -> stream(menu.menu(), lastSeen(request), exchange);
        });
    }

    private static @Nullable MenuVersion lastSeen(ServerHttpRequest request) {
        String text = request.getHeaders().getFirst(LAST_EVENT_ID);
        return text != null && VERSION.matcher(text).matches()
                ? new MenuVersion(Long.parseLong(text))
                : null;
    }

    private Mono<Void> stream(
            EdgeMenu current, @Nullable MenuVersion lastSeen, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
        response.getHeaders().setCacheControl(CacheControl.noCache());
        // Told to nginx and those that follow it, which else hold the stream back.
        response.getHeaders().set("X-Accel-Buffering", "no");
        if (response instanceof HttpHeadResponseDecorator) {
            return response.setComplete();
        }
        Flux<String> texts = Flux.concat(
                Mono.just(OPENING),
                changes(current, lastSeen == null ? current.version() : lastSeen)
                        .map(Change::text)
                        .publish(events -> events.mergeWith(
                                heartbeats.onBackpressureDrop()
                                        .takeUntilOther(events.ignoreElements()))));
        return response.writeAndFlushWith(texts.map(text -> Mono.just(buffer(response, text))));
    }

    /** Subscribes before it looks what was missed, so that nothing falls in between. */
    private Flux<Change> changes(EdgeMenu current, MenuVersion from) {
        return Flux.defer(() -> {
            Newest told = new Newest(from);
            return Flux.merge(listeners.changes(current.id().value()), missed(current, from))
                    .filter(told::isNewer);
        });
    }

    private Mono<Change> missed(EdgeMenu current, MenuVersion from) {
        return Mono.defer(() -> {
            String id = current.id().value();
            EdgeMenu held = cache.find(id);
            EdgeMenu newest = held == null || held.version().isOlderThan(current.version())
                    ? current
                    : held;
            MenuVersion known = cache.newestKnown(id);
            if (newest.version().isOlderThan(known)) {
                // It went by between the reading and the listening, and is not kept.
                return reads.read(id, known).ofType(EdgeAnswer.Menu.class)
                        .flatMap(answer -> change(answer.menu()));
            }
            return from.isOlderThan(newest.version()) ? change(newest) : Mono.empty();
        });
    }

    /** A menu may be large, and no event loop should read it. */
    private static Mono<Change> change(EdgeMenu menu) {
        return Mono.fromSupplier(() -> Change.of(menu.version(),
                MenuJson.ofUtf8(menu.form().body(false)).parse().publishedAt()))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static DataBuffer buffer(ServerHttpResponse response, String text) {
        return response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The newest version that one page was told; the log may repeat itself. */
    private static final class Newest {

        private MenuVersion version;

        Newest(MenuVersion version) {
            this.version = version;
        }

        synchronized boolean isNewer(Change change) {
            boolean newer = version.isOlderThan(change.version());
            if (newer) {
                version = change.version();
            }
            return newer;
        }
    }
}
