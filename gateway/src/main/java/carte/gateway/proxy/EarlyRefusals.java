package carte.gateway.proxy;

import carte.contracts.json.ContractJson;
import carte.gateway.route.OwnRead;
import carte.gateway.route.Route;
import carte.gateway.route.RouteTable;
import carte.gateway.route.Service;
import carte.gateway.shed.Places;
import carte.kit.http.MinVersion;
import carte.kit.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Refuses reads ahead of the framework while their service has more to do than it can. The refusal
 * is the one that they would get in the end; on the way there each would take several times as long
 * from those who are served.
 */
public final class EarlyRefusals {

    private final Map<Service, Places> reads;
    private final Map<String, OwnRead> ownReads;
    private final Map<Service, byte[]> bodies = new EnumMap<>(Service.class);
    private final MeterRegistry registry;

    /** Takes the places of each service's reads, and what is answered by the gateway itself. */
    public EarlyRefusals(
            Map<Service, Places> reads, List<OwnRead> ownReads, MeterRegistry registry) {
        this.reads = Map.copyOf(reads);
        this.ownReads = ownReads.stream().collect(
                Collectors.toUnmodifiableMap(OwnRead::template, Function.identity()));
        this.registry = registry;
        for (Service service : Service.values()) {
            bodies.put(service, ContractJson.mapper().writeValueAsBytes(
                    NoAnswerProblems.overloaded(service).problem()));
        }
    }

    /**
     * A refusal that is ready to be sent.
     *
     * @param route what was asked for
     */
    public record Refusal(Route route, FullHttpResponse response) {}

    /** Returns the refusal of a {@code GET}, or null if it may be tried. */
    public @Nullable Refusal of(String uri) {
        if (reads.values().stream().noneMatch(Places::isOverrun)) {
            return null;
        }
        int query = uri.indexOf('?');
        Route route = RouteTable.find(query < 0 ? uri : uri.substring(0, query)).orElse(null);
        if (route == null || !isRead(route) || uri.indexOf(MinVersion.NAME, query + 1) > 0) {
            return null;
        }
        Places places = Objects.requireNonNull(reads.get(route.service()));
        if (!places.isOverrun()
                || !needsService(route, query < 0 ? null : uri.substring(query + 1))) {
            return null;
        }
        places.refusedAhead();
        return new Refusal(route, response(Objects.requireNonNull(bodies.get(route.service()))));
    }

    private static boolean isRead(Route route) {
        return route.methods().contains(HttpMethod.GET) && !route.stream();
    }

    private boolean needsService(Route route, @Nullable String query) {
        OwnRead own = ownReads.get(route.template());
        return own == null || own.needsService(query);
    }

    private static FullHttpResponse response(byte[] body) {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.SERVICE_UNAVAILABLE, Unpooled.wrappedBuffer(body));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.RETRY_AFTER,
                        Long.toString(NoAnswerProblems.RETRY_AFTER.toSeconds()))
                .set("x-content-type-options", "nosniff");
        return response;
    }

    /** Counts a refusal as the framework counts the requests that it sees. */
    public void refused(Refusal refusal, long nanos) {
        Timer.builder("http.server.requests")
                .tags("method", "GET", "uri", refusal.route().template(), "status", "503",
                        "outcome", "SERVER_ERROR", "exception", "Shed", "error", "Shed")
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }
}
