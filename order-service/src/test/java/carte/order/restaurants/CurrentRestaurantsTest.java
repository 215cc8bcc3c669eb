package carte.order.restaurants;

import static carte.order.MamaPut.MAMA_PUT;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.order.MamaPut;
import carte.order.menuservice.MenuService;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A copy, its owner, and who believes whom. */
class CurrentRestaurantsTest {

    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final OpeningHours OPEN = MamaPut.ALWAYS;
    private static final OpeningHours PAUSED = new OpeningHours(
            OPEN.timeZone(), OPEN.openingHours(), OPEN.specialDays(), MamaPut.NOON);
    private static final Mono<MenuService.OwnersRestaurant> AWAY = Mono.error(
            () -> ProblemException.unavailable("away", Duration.ofSeconds(1), null));

    private final AtomicLong nanoTime = new AtomicLong();
    private final Copies copies = new Copies();
    private Mono<MenuService.OwnersRestaurant> owner = AWAY;
    private int asked;

    private final CurrentRestaurants restaurants = new CurrentRestaurants(
            copies, new Owner(), new RecentChecks(BOUND, nanoTime::get));

    @Test
    void copyThatNoEventBroughtUpToDateIsPutRightByItsOwner() {
        copies.has(1, OPEN);
        owner = told(2, PAUSED);

        assertFound(PAUSED);
    }

    @Test
    void ownerIsAskedOnceInEachBound() {
        copies.has(1, OPEN);
        owner = told(1, OPEN);
        assertFound(OPEN);
        assertFound(OPEN);
        assertThat(asked).isEqualTo(1);

        owner = told(2, PAUSED);
        nanoTime.addAndGet(BOUND.toNanos());
        assertFound(PAUSED);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void copyHoldsWhereItsOwnerIsAwayAndThatIsNotAskedAgainAtOnce() {
        copies.has(1, OPEN);

        assertFound(OPEN);
        assertFound(OPEN);

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void copyHoldsSoonWhereItsOwnerIsSilent() {
        copies.has(1, OPEN);
        owner = Mono.never();

        StepVerifier.withVirtualTime(() -> restaurants.find(MAMA_PUT))
                .thenAwait(Duration.ofMillis(500))
                .expectNext(OPEN).verifyComplete();
        assertFound(OPEN);
    }

    @Test
    void restaurantOfWhichThereIsNoCopyIsItsOwners() {
        StepVerifier.create(restaurants.find(MAMA_PUT))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.UNAVAILABLE));

        owner = told(1, OPEN);
        assertFound(OPEN);
        assertFound(OPEN);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void silentDatabaseHoldsNobodyUpForEver() {
        owner = told(1, OPEN);
        copies.silent = true;
        StepVerifier.withVirtualTime(() -> restaurants.find(MAMA_PUT))
                .thenAwait(Duration.ofSeconds(10))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.UNAVAILABLE));

        copies.silent = false;
        assertFound(OPEN);
    }

    private void assertFound(OpeningHours hours) {
        StepVerifier.create(restaurants.find(MAMA_PUT)).expectNext(hours)
                .expectComplete().verify(Duration.ofSeconds(10));
    }

    private static void assertProblem(Throwable error, ProblemType type) {
        assertThat(error).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().kind()).isEqualTo(type));
    }

    private static Mono<MenuService.OwnersRestaurant> told(long revision, OpeningHours hours) {
        return Mono.just(new MenuService.OwnersRestaurant(revision, hours));
    }

    private final class Owner implements MenuService {

        @Override
        public Mono<OwnersMenu> menu(
                RestaurantId id, MenuVersion least, MenuVersion held) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<OwnersRestaurant> restaurant(RestaurantId id) {
            asked++;
            return owner;
        }
    }

    /** One restaurant's copy, in memory. */
    private static final class Copies implements RestaurantCopies {

        private long revision;
        private @Nullable OpeningHours hours;
        private boolean silent;

        void has(long newest, OpeningHours told) {
            revision = newest;
            hours = told;
        }

        @Override
        public Mono<OpeningHours> find(RestaurantId id) {
            return Mono.fromSupplier(() -> hours);
        }

        @Override
        public Mono<Boolean> apply(RestaurantId id, long told, OpeningHours toldHours) {
            return silent ? Mono.never() : Mono.fromSupplier(() -> {
                boolean news = hours == null || told > revision;
                if (news) {
                    has(told, toldHours);
                }
                return news;
            });
        }
    }
}
