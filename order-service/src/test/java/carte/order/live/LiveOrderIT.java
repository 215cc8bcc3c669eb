package carte.order.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import carte.embedded.EmbeddedServers;
import carte.kit.security.TestIssuer;
import carte.order.OrderServiceApplication;
import carte.order.OrderServiceFixture;
import carte.order.RunningOrderService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;

/** What those who watch orders are told by the real service, by whichever instance. */
class LiveOrderIT extends RunningOrderService {

    private static final Pattern LAST = Pattern.compile("DELIVERED|REJECTED|CANCELLED");

    @Autowired
    private OrderListeners listeners;

    private static final class Event
            extends
                ParameterizedTypeReference<ServerSentEvent<String>> {}

    /**
     * Somebody who watches an order, and comes back as browsers do when a stream ends.
     *
     * @param ends how often a stream has ended as it should
     */
    private record Watch(List<ServerSentEvent<String>> events, AtomicInteger ends,
            CompletableFuture<Void> end) {

        List<String> ids() {
            return events.stream().map(event -> String.valueOf(event.id())).toList();
        }
    }

    @Test
    void tellsTheStateAtOnceAndThenEachChangeUntilTheLast() {
        Placed order = place();
        Watch watch = watch(address(), order, _ -> {});
        awaitIds(watch, "1");
        moved(order, "ACCEPTED", "PREPARING", "READY");
        awaitIds(watch, "1", "2", "3", "4");
        assertThat(watch.end()).isNotDone();

        moved(order, "DELIVERED");
        watch.end().join();

        assertThat(watch.ids()).containsExactly("1", "2", "3", "4", "5");
        assertThat(watch.events()).extracting(ServerSentEvent::event).containsOnly("order");
        assertThat(watch.events().getLast().data())
                .startsWith("{\"state\":\"DELIVERED\",\"revision\":5,\"changedAt\":\"20");
        await().until(() -> listeners.size() == 0);
    }

    @Test
    void whoeverComesBackIsToldWhatTheyHaveNotSeen() {
        Placed order = place();
        moved(order, "ACCEPTED");
        Watch hasSeenOne = watch(address(), order, seen("1"));
        Watch hasSeenAll = watch(address(), order, seen("2"));
        awaitIds(hasSeenOne, "2");
        assertThat(hasSeenAll.events()).isEmpty();

        moved(order, "CANCELLED");
        hasSeenOne.end().join();
        hasSeenAll.end().join();
        assertThat(hasSeenOne.ids()).containsExactly("2", "3");
        assertThat(hasSeenAll.ids()).containsExactly("3");

        // The end has been seen: nobody need come back.
        client(order.bearer()).get().uri(path(order)).header("Last-Event-ID", "3").exchange()
                .expectStatus().isNoContent();
    }

    @Test
    void everyInstanceTellsWhatHappensAtTheOthersAndShutsDownWithItsListeners() {
        Placed order = place();
        Watch watch;
        int ends;
        try (ConfigurableApplicationContext another = another()) {
            watch = watch("http://localhost:"
                    + another.getEnvironment().getProperty("local.server.port"), order, _ -> {});
            awaitIds(watch, "1");
            moved(order, "ACCEPTED", "PREPARING");
            awaitIds(watch, "1", "2", "3");
            ends = watch.ends().get();
        }

        // Told to go each time it came, until there was nobody any more.
        assertThatThrownBy(() -> watch.end().join())
                .hasCauseInstanceOf(WebClientRequestException.class);
        assertThat(watch.ends()).hasValueGreaterThan(ends);
    }

    @Test
    void isTheCustomersAndTheRestaurants() {
        Placed order = place();
        Placed other = place();

        for (String bearer : List.of("", other.bearer(), peoplesBearer("NG-suya-spot"))) {
            problem(open(order, bearer), 401, "unauthorized");
        }
        problem(open(new Placed("jollof", "", ""), order.bearer()), 404, "order-not-found");
        client(order.bearer()).head().uri(path(order)).exchange().expectStatus().isOk()
                .expectHeader().contentType("text/event-stream")
                .expectHeader().valueEquals("X-Accel-Buffering", "no");
        client(order.bearer()).get().uri(path(order)).header("Accept", "image/png").exchange()
                .expectStatus().isEqualTo(406);
        Watch people = watch(address(), order, headers -> headers.set("Authorization",
                peoplesBearer(kitchen.value())));
        awaitIds(people, "1");
        moved(order, "REJECTED");
        people.end().join();
    }

    private ResponseSpec open(Placed order, String bearer) {
        return client(bearer).get().uri(path(order)).exchange();
    }

    private static String path(Placed order) {
        return "/api/v1/orders/" + order.id() + "/events";
    }

    private static Consumer<HttpHeaders> seen(String revision) {
        return headers -> headers.set("Last-Event-ID", revision);
    }

    private static void awaitIds(Watch watch, String... ids) {
        await().untilAsserted(() -> assertThat(watch.ids()).containsExactly(ids));
    }

    private static Watch watch(String service, Placed order, Consumer<HttpHeaders> headers) {
        List<ServerSentEvent<String>> events = new CopyOnWriteArrayList<>();
        AtomicInteger ends = new AtomicInteger();
        CompletableFuture<Void> end = Flux.defer(() -> WebClient.create(service)
                .get().uri(path(order))
                .header("Authorization", order.bearer())
                .headers(headers)
                .headers(again -> {
                    if (!events.isEmpty()) {
                        again.set("Last-Event-ID", events.getLast().id());
                    }
                })
                .retrieve()
                .bodyToFlux(new Event()))
                .filter(event -> event.event() != null)
                .doOnNext(events::add)
                .doOnComplete(ends::incrementAndGet)
                .repeat(() -> events.isEmpty()
                        || !LAST.matcher(String.valueOf(events.getLast().data())).find())
                .then()
                .toFuture();
        return new Watch(events, ends, end);
    }

    private static ConfigurableApplicationContext another() {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0", "--management.server.port=0",
                "--" + TestIssuer.shared().setting()));
        OrderServiceFixture.wire((name, value) -> settings.add("--" + name + "=" + value.get()),
                EmbeddedServers.postgres(), DATABASE);
        return SpringApplication.run(
                OrderServiceApplication.class, settings.toArray(String[]::new));
    }
}
