package carte.order.menuservice;

import static carte.order.MamaPut.freshKitchen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.order.MamaPut;
import carte.order.StubMenuService;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpServer;

/** Asking a menu-service that answers, refuses, or is not there. */
class MenuServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    // Nobody listens to the port of a server that has closed.
    private static final URI NOBODY = closedPort();

    private final StubMenuService stub = new StubMenuService();
    private final MenuServiceConfiguration configuration = new MenuServiceConfiguration();
    private final CircuitBreaker breaker = configuration
            .menuServiceBreaker(new SimpleMeterRegistry());
    private final RestaurantId kitchen = freshKitchen();
    private final DatabaseClocks clocks = new DatabaseClocks();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private MenuServiceClient client = client(stub.address());

    @AfterEach
    void close() {
        client.destroy();
        stub.close();
    }

    @Test
    void readsAMenuAndARestaurant() {
        OpeningHours open = OpeningHours.weekly(MamaPut.ALWAYS.timeZone(), List.of());
        stub.knows(MamaPut.menu(kitchen, 8));
        stub.knows(kitchen, open);

        MenuService.OwnersMenu menu = service()
                .menu(kitchen, new MenuVersion(7), new MenuVersion(6))
                .blockOptional(PATIENCE).orElseThrow();
        assertThat(menu.version()).isEqualTo(new MenuVersion(8));
        assertThat(Objects.requireNonNull(menu.document()).parse())
                .isEqualTo(MamaPut.menu(kitchen, 8));
        assertThat(service().restaurant(kitchen).block(PATIENCE))
                .isEqualTo(new MenuService.OwnersRestaurant(1, open));
    }

    @Test
    void checksAVersionWithoutItsDocumentAndLearnsTheTime() {
        stub.knows(MamaPut.menu(kitchen, 8));
        stub.runsAhead("west", Duration.ofHours(1));
        Instant later = Instant.now().plus(Duration.ofMinutes(59));

        MenuService.OwnersMenu menu = service()
                .menu(kitchen, new MenuVersion(8), new MenuVersion(8))
                .blockOptional(PATIENCE).orElseThrow();

        assertThat(menu.version()).isEqualTo(new MenuVersion(8));
        assertThat(menu.document()).isNull();
        assertThat(menu.shard()).isEqualTo("west");
        assertThat(menu.asOf()).isAfter(later).isBeforeOrEqualTo(clocks.of("west").now());
        assertThat(clocks.of("west").now()).isBefore(later.plus(Duration.ofHours(1)));
        assertThatThrownBy(() -> service().menu(kitchen, new MenuVersion(9), new MenuVersion(8))
                .block(PATIENCE)).isInstanceOf(NoSuchVersion.class);
    }

    @Test
    void tellsWhatThereIsNotFromWhatCannotBeTold() {
        assertProblem(() -> menu(1), ProblemType.RESTAURANT_NOT_FOUND);
        stub.knows(MamaPut.menu(kitchen, 8));
        assertThatThrownBy(() -> menu(9)).isInstanceOf(NoSuchVersion.class)
                .hasMessageContaining("the menu of " + kitchen + " has no version 9");
        assertThat(meters.counter("carte.order.catch.ups", "what", "menu", "outcome", "denied")
                .count()).isEqualTo(1);
        for (int status : new int[]{200, 503}) {
            stub.fails(kitchen, status);
            assertProblem(() -> menu(9), ProblemType.UNAVAILABLE);
        }
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void asksTheNextInstanceWhereOneIsNotThere() {
        client = client(NOBODY, stub.address());
        stub.knows(MamaPut.menu(kitchen, 8));

        for (int i = 0; i < 4; i++) {
            menu(8);
        }
        assertThat(stub.asked(kitchen)).hasSize(4);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void asksTheNextInstanceWhereOneIsSilentAndThatOneLastForAWhile() throws IOException {
        // What connects is taken by the system and never heard.
        try (ServerSocket frozen = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            client = client(URI.create("http://127.0.0.1:" + frozen.getLocalPort()),
                    stub.address());
            stub.knows(MamaPut.menu(kitchen, 8));

            for (int i = 0; i < 8; i++) {
                menu(8);
            }
        }
        assertThat(stub.asked(kitchen)).hasSize(8);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void asksTheNextInstanceWhereOneHangsUp() {
        DisposableServer hangingUp = TcpServer.create().host("127.0.0.1").port(0)
                .doOnConnection(Connection::dispose).bindNow();
        try {
            client = client(URI.create("http://127.0.0.1:" + hangingUp.port()), stub.address());
            stub.knows(MamaPut.menu(kitchen, 8));

            for (int i = 0; i < 4; i++) {
                menu(8);
            }
        } finally {
            hangingUp.disposeNow();
        }
        assertThat(stub.asked(kitchen)).hasSize(4);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void asksNobodyForAWhileWhereFewAnswer() {
        stub.fails(kitchen, 500);
        for (int i = 0; i < 30; i++) {
            assertProblem(() -> menu(8), ProblemType.UNAVAILABLE);
        }

        assertThat(stub.asked(kitchen)).hasSize(5);
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void shardThatIsAwayDoesNotCutOffTheOthers() {
        stub.fails(kitchen, 503);
        for (int i = 0; i < 30; i++) {
            assertProblem(() -> menu(8), ProblemType.UNAVAILABLE);
        }

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void soManyWaitForAServiceThatIsSilentAndNoMore() {
        stub.keepsSilent(kitchen);

        List<Throwable> refusals = Flux.range(0, 100)
                .flatMap(_ -> service()
                        .menu(kitchen, new MenuVersion(8), MenuVersion.NONE)
                        .<Throwable>map(menu -> new AssertionError(menu))
                        .onErrorResume(e -> Mono.just(e)), 100)
                .collectList().blockOptional(PATIENCE).orElseThrow();

        assertThat(refusals).hasSize(100).hasOnlyElementsOfType(ProblemException.class);
        assertThat(stub.asked(kitchen)).hasSize(32);
    }

    @Test
    void refusesAddressesThatAreNone() {
        assertThatThrownBy(() -> new MenuServiceSettings(List.of()))
                .hasMessageContaining("expected at least one address");
        for (String none : List.of("menu-service", "https://localhost:8081",
                "http://localhost:8081/menus", "http://localhost:8081?a=b",
                "http://somebody@localhost:8081")) {
            assertThatThrownBy(() -> new MenuServiceSettings(List.of(URI.create(none))))
                    .hasMessageContaining(
                            "expected addresses such as http://localhost:8081 but found " + none);
        }
        assertThat(new MenuServiceSettings(List.of(URI.create("http://localhost:8081/")))
                .menuService()).containsExactly(URI.create("http://localhost:8081"));
    }

    private void menu(long least) {
        service().menu(kitchen, new MenuVersion(least), MenuVersion.NONE).block(PATIENCE);
    }

    private MenuService service() {
        return new HttpMenuService(client, clocks, meters);
    }

    private MenuServiceClient client(URI... instances) {
        return configuration.menuServiceClient(new MenuServiceSettings(List.of(instances)),
                breaker, configuration.menuServiceBulkhead());
    }

    private static void assertProblem(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().kind()).isEqualTo(type));
    }

    private static URI closedPort() {
        try (StubMenuService closed = new StubMenuService()) {
            return closed.address();
        }
    }
}
