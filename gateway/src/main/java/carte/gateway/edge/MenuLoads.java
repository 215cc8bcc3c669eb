package carte.gateway.edge;

import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.cache.DatabaseClocks;
import carte.contracts.cache.Freshness;
import carte.contracts.http.CarteHeaders;
import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.gateway.proxy.WholeAnswer;
import carte.gateway.route.RouteTable;
import carte.kit.http.MinVersion;
import carte.kit.load.SingleFlight;
import carte.kit.problem.ProblemException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** Loads menus from the menu-service, one load for all who ask for the same, and offers them. */
final class MenuLoads {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int MOST_LOADS = 3;

    private final Function<String, Mono<WholeAnswer>> service;
    private final Function<String, Mono<WholeAnswer>> waitingService;
    private final EdgeCache cache;
    private final Freshness freshness;
    private final DatabaseClocks clocks;
    private final SingleFlight<Wanted, EdgeAnswer> flights = new SingleFlight<>(this::load);

    /**
     * Takes what reads a target from the menu-service.
     *
     * @param waitingService the same for what a client has asked to wait for
     */
    MenuLoads(
            Function<String, Mono<WholeAnswer>> service,
            Function<String, Mono<WholeAnswer>> waitingService,
            EdgeCache cache,
            Freshness freshness,
            DatabaseClocks clocks) {
        this.service = service;
        this.waitingService = waitingService;
        this.cache = cache;
        this.freshness = freshness;
        this.clocks = clocks;
    }

    private record Wanted(String id, MenuVersion least, boolean waits) {}

    /**
     * Loads a menu of at least this version and of what this gateway knows to exist, so that one
     * gateway never goes back.
     */
    Mono<EdgeAnswer> get(String id, MenuVersion least) {
        return Mono.defer(() -> {
            MenuVersion known = cache.newestKnown(id);
            boolean waits = known.isOlderThan(least);
            return flights.get(new Wanted(id, waits ? least : known, waits));
        })
                // Whoever was frozen in between holds a menu in hand that has grown old.
                .filter(this::mayBeServed)
                .repeatWhenEmpty(again -> again.take(MOST_LOADS - 1))
                .switchIfEmpty(Mono.error(() -> tooSlow(id)));
    }

    private Mono<EdgeAnswer> load(Wanted wanted) {
        return Mono.defer(() -> {
            Moment asked = clocks.moment();
            return (wanted.waits() ? waitingService : service).apply(target(wanted))
                    .map(answer -> read(wanted.id(), asked, answer))
                    .doOnNext(this::offer);
        });
    }

    private static String target(Wanted wanted) {
        String path = RouteTable.MENU_TEMPLATE.replace("{id}", wanted.id());
        return wanted.least().equals(MenuVersion.NONE)
                ? path
                : path + "?" + MinVersion.NAME + "=" + wanted.least();
    }

    private EdgeAnswer read(String id, Moment asked, WholeAnswer answer) {
        EdgeAnswer.Menu menu = answer.status() == 200
                ? RestaurantId.parse(id).map(known -> menu(known, asked, answer)).orElse(null)
                : null;
        return menu == null ? new EdgeAnswer.Other(answer) : menu;
    }

    /** Returns nothing if the answer does not say all that is needed to keep it. */
    private EdgeAnswer.@Nullable Menu menu(
            RestaurantId id, Moment asked, WholeAnswer answer) {
        HttpHeaders headers = answer.headers();
        String shard = headers.get(CarteHeaders.SHARD);
        String version = headers.get(CarteHeaders.MENU_VERSION);
        String asOf = headers.get(CarteHeaders.AS_OF);
        String latest = headers.get(CarteHeaders.NOW);
        if (shard == null || version == null || asOf == null || latest == null) {
            return null;
        }
        String source = headers.get(CarteHeaders.CACHE_STATUS, "");
        try {
            Instant time = Instant.parse(asOf);
            EdgeMenu menu = new EdgeMenu(id, new MenuVersion(Long.parseLong(version)), time,
                    cache.track(id, shard), compressed(answer));
            clocks.of(shard).answered(asked, Instant.parse(latest));
            return EdgeAnswer.Menu.own(menu, time,
                    CacheStatus.loaded(source, cache.find(id.value()) != null),
                    CacheStatus.saysStale(source) ? age(headers) : null);
        } catch (DateTimeParseException | IllegalArgumentException | UncheckedIOException
                | JacksonException e) {
            throw ProblemException.unavailable(
                    "menu-service gave an answer that cannot be read", RETRY_AFTER, e);
        }
    }

    private static Duration age(HttpHeaders headers) {
        return Duration.ofSeconds(Long.parseLong(headers.get(HttpHeaderNames.AGE, "0")));
    }

    private static CompressedMenu compressed(WholeAnswer answer) {
        return answer.isGzip()
                ? CompressedMenu.ofGzip(answer.body())
                : MenuJson.ofUtf8(answer.body()).compress();
    }

    private void offer(EdgeAnswer answer) {
        if (answer instanceof EdgeAnswer.Menu loaded) {
            cache.offer(loaded.menu());
        }
    }

    /** Tells whether an answer is still young enough, or says that it is not. */
    boolean mayBeServed(EdgeAnswer answer) {
        return !(answer instanceof EdgeAnswer.Menu menu)
                || menu.staleFor() != null
                || freshness.allows(menu.asOf(), menu.menu().clock().now());
    }

    static ProblemException tooSlow(String id) {
        return ProblemException.unavailable("the menu of " + id
                + " arrives too late to be vouched for", RETRY_AFTER, null);
    }
}
