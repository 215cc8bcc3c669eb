package carte.order.menuservice;

import carte.contracts.http.CarteHeaders;
import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import carte.kit.http.MinVersion;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
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
    private final MeterRegistry meters;

    HttpMenuService(MenuServiceClient client, MeterRegistry meters) {
        this.client = client;
        this.meters = meters;
    }

    @Override
    public Mono<OwnersMenu> menu(RestaurantId id, MenuVersion least) {
        return ask("menu", id, RESTAURANTS + id + "/menu?" + MinVersion.NAME + "=" + least,
                answer -> readMenu(id, least, answer));
    }

    @Override
    public Mono<OwnersRestaurant> restaurant(RestaurantId id) {
        return ask("restaurant", id, RESTAURANTS + id, HttpMenuService::readRestaurant);
    }

    private <T> Mono<T> ask(String what, RestaurantId id, String path,
            Function<Answer, T> reading) {
        return client.get(path)
                .map(answer -> read(answer, id, reading))
                .onErrorMap(e -> !(e instanceof ProblemException),
                        e -> unavailable("menu-service cannot be asked at the moment", e))
                .doOnSuccess(_ -> count(what, "fetched"))
                .doOnError(_ -> count(what, "failed"));
    }

    private static <T> T read(Answer answer, RestaurantId id, Function<Answer, T> reading) {
        if (answer.is(HttpStatus.NOT_FOUND)) {
            throw ProblemException.of(
                    ProblemType.RESTAURANT_NOT_FOUND, "there is no restaurant " + id);
        }
        if (!answer.is(HttpStatus.OK)) {
            throw unavailable("menu-service cannot answer for " + id + " at the moment", null);
        }
        return reading.apply(answer);
    }

    private static OwnersMenu readMenu(RestaurantId id, MenuVersion least, Answer answer) {
        MenuJson json = MenuJson.ofUtf8(answer.body());
        MenuDocument menu = json.parse();
        if (!menu.restaurantId().equals(id) || menu.version().isOlderThan(least)) {
            throw new IllegalStateException("asked for " + id + " version " + least
                    + " but got " + menu.restaurantId() + " version " + menu.version());
        }
        return new OwnersMenu(menu.version(), json);
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
