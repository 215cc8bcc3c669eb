package carte.order.menuservice;

import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.cache.DatabaseClocks;
import carte.contracts.http.CarteHeaders;
import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import carte.kit.http.MinVersion;
import carte.kit.problem.Problem;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@link MenuService} by its public reads. */
@Component
final class HttpMenuService implements MenuService {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final String RESTAURANTS = "/api/v1/restaurants/";

    private final MenuServiceClient client;
    private final DatabaseClocks clocks;
    private final MeterRegistry meters;

    HttpMenuService(MenuServiceClient client, DatabaseClocks clocks, MeterRegistry meters) {
        this.client = client;
        this.clocks = clocks;
        this.meters = meters;
    }

    @Override
    public Mono<OwnersMenu> menu(RestaurantId id, MenuVersion least, MenuVersion held) {
        String what = held.equals(least) ? "check" : "menu";
        String path = RESTAURANTS + id + "/menu?" + MinVersion.NAME + "=" + least;
        String tag = held.equals(MenuVersion.NONE) ? null : held.entityTag();
        return Mono.defer(() -> {
            Moment asked = clocks.moment();
            return client.get(path, tag)
                    .doOnNext(answer -> requireVersion(answer, id, least))
                    .map(answer -> read(answer, id, it -> readMenu(id, least, held, it, asked)));
        })
                .transform(answer -> told(what, answer))
                .doOnNext(menu -> count(
                        what, menu.document() == null ? "confirmed" : "fetched"));
    }

    @Override
    public Mono<OwnersRestaurant> restaurant(RestaurantId id) {
        return client.get(RESTAURANTS + id, null)
                .map(answer -> read(answer, id, HttpMenuService::readRestaurant))
                .transform(answer -> told("restaurant", answer))
                .doOnNext(_ -> count("restaurant", "fetched"));
    }

    private <T> Mono<T> told(String what, Mono<T> answer) {
        return answer
                .onErrorMap(e -> !(e instanceof ProblemException || e instanceof NoSuchVersion),
                        e -> unavailable("menu-service cannot be asked at the moment", e))
                .doOnError(e -> count(what, e instanceof NoSuchVersion ? "denied" : "failed"));
    }

    /** Throws {@link NoSuchVersion} where menu-service says that it has looked for it in vain. */
    private static void requireVersion(Answer answer, RestaurantId id, MenuVersion least) {
        boolean problem = answer.is(HttpStatus.SERVICE_UNAVAILABLE) && answer.headers()
                .get(HttpHeaderNames.CONTENT_TYPE, "").startsWith(Problem.MEDIA_TYPE);
        if (problem && ContractJson.mapper().readTree(answer.body()).path("type").asString("")
                .equals(ProblemType.VERSION_NOT_VISIBLE.urn())) {
            throw new NoSuchVersion(id, least);
        }
    }

    private static <T> T read(Answer answer, RestaurantId id, Function<Answer, T> reading) {
        if (answer.is(HttpStatus.NOT_FOUND)) {
            throw ProblemException.of(
                    ProblemType.RESTAURANT_NOT_FOUND, "there is no restaurant " + id);
        }
        if (!answer.is(HttpStatus.OK) && !answer.is(HttpStatus.NOT_MODIFIED)) {
            throw unavailable("menu-service cannot answer for " + id + " at the moment", null);
        }
        return reading.apply(answer);
    }

    private OwnersMenu readMenu(RestaurantId id, MenuVersion least, MenuVersion held,
            Answer answer, Moment asked) {
        String shard = require(answer, CarteHeaders.SHARD);
        Instant asOf = Instant.parse(require(answer, CarteHeaders.AS_OF));
        Instant latest = Instant.parse(require(answer, CarteHeaders.NOW));
        OwnersMenu menu = answer.is(HttpStatus.NOT_MODIFIED)
                ? confirmed(least, held, shard, asOf)
                : document(id, least, answer, shard, asOf);
        clocks.of(shard).answered(asked, latest);
        return menu;
    }

    private static String require(Answer answer, String header) {
        String value = answer.headers().get(header);
        if (value == null) {
            throw new IllegalStateException("expected header " + header);
        }
        return value;
    }

    private static OwnersMenu confirmed(
            MenuVersion least, MenuVersion held, String shard, Instant asOf) {
        if (held.isOlderThan(least)) {
            throw new IllegalStateException(
                    "asked for version " + least + " but got that " + held + " is the newest");
        }
        return new OwnersMenu(held, null, shard, asOf);
    }

    private static OwnersMenu document(RestaurantId id, MenuVersion least, Answer answer,
            String shard, Instant asOf) {
        MenuJson json = MenuJson.ofUtf8(answer.body());
        MenuDocument menu = json.parse();
        if (!menu.restaurantId().equals(id) || menu.version().isOlderThan(least)) {
            throw new IllegalStateException("asked for " + id + " version " + least
                    + " but got " + menu.restaurantId() + " version " + menu.version());
        }
        return new OwnersMenu(menu.version(), json, shard, asOf);
    }

    private static OwnersRestaurant readRestaurant(Answer answer) {
        String revision = answer.headers().get(CarteHeaders.RESTAURANT_REVISION);
        return new OwnersRestaurant(revision == null ? 0 : Long.parseLong(revision),
                ContractJson.mapper().readValue(answer.body(), OpeningHours.class));
    }

    private static ProblemException unavailable(String detail, @Nullable Throwable cause) {
        return ProblemException.unavailable(detail, RETRY_AFTER, cause);
    }

    private void count(String what, String outcome) {
        meters.counter("carte.order.catch.ups", "what", what, "outcome", outcome).increment();
    }
}
