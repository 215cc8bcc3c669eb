package carte.order.menus;

import static carte.order.MamaPut.MAMA_PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.event.MenuChanged;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.order.MamaPut;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CurrentMenusTest {

    private static final MenuSettings PATIENT = new MenuSettings(
            Duration.ofSeconds(2), Duration.ofMillis(50));

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void findsTheNewestMenuAtTheFirstLook() {
        StepVerifier.create(find(3, look -> whole(7)))
                .expectNext(MamaPut.menu(MAMA_PUT, 7))
                .verifyComplete();
        assertThat(looks).hasValue(1);
    }

    @Test
    void waitsForTheVersionThatWasSeen() {
        StepVerifier.withVirtualTime(() -> find(8, look -> look < 10 ? whole(7) : whole(8)))
                .thenAwait(Duration.ofMillis(500))
                .expectNext(MamaPut.menu(MAMA_PUT, 8))
                .verifyComplete();
        assertThat(looks).hasValue(10);
    }

    @Test
    void givesUpAfterTheWait() {
        StepVerifier.withVirtualTime(() -> find(8, look -> whole(7)))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(1_900))
                .thenAwait(Duration.ofMillis(200))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.VERSION_NOT_VISIBLE));
        assertThat(looks).hasValue(41);
    }

    @Test
    void doesNotWaitForUnknownRestaurants() {
        StepVerifier.create(find(8, look -> null))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.RESTAURANT_NOT_FOUND));
        assertThat(looks).hasValue(1);
    }

    @Test
    void doesNotGuessWhereTheDocumentIsBehind() {
        StepVerifier.create(find(6, look -> new MenuCopy(new MenuVersion(7), new MenuVersion(6),
                MenuJson.of(MamaPut.menu(MAMA_PUT, 6)).compress())))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.UNAVAILABLE));
        StepVerifier.create(find(6, look -> new MenuCopy(
                new MenuVersion(7), MenuVersion.NONE, null)))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.UNAVAILABLE));
    }

    @Test
    void refusesSettingsOutOfBounds() {
        assertThatThrownBy(() -> new MenuSettings(Duration.ofMinutes(1), Duration.ofMillis(50)))
                .hasMessageContaining("version-wait: expected 0s to 30s");
        assertThatThrownBy(() -> new MenuSettings(Duration.ofSeconds(1), Duration.ZERO))
                .hasMessageContaining("poll-interval: expected at least 5ms");
    }

    private Mono<MenuDocument> find(long seen, IntFunction<@Nullable MenuCopy> store) {
        MenuCopies copies = new MenuCopies() {
            @Override
            public Mono<MenuCopy> find(RestaurantId id) {
                return Mono.fromSupplier(() -> store.apply(looks.incrementAndGet()));
            }

            @Override
            public Mono<Boolean> apply(MenuChanged event) {
                throw new UnsupportedOperationException();
            }
        };
        return new CurrentMenus(copies, PATIENT).find(MAMA_PUT, new MenuVersion(seen));
    }

    private static MenuCopy whole(long version) {
        return new MenuCopy(new MenuVersion(version), new MenuVersion(version),
                MenuJson.of(MamaPut.menu(MAMA_PUT, version)).compress());
    }

    private static void assertProblem(Throwable error, ProblemType type) {
        assertThat(error).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().kind()).isEqualTo(type));
    }
}
