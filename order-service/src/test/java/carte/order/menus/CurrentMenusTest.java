package carte.order.menus;

import static carte.order.MamaPut.MAMA_PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.cache.Freshness;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.order.MamaPut;
import carte.order.menuservice.MenuService;
import carte.order.menuservice.NoSuchVersion;
import carte.order.pricing.PriceList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class CurrentMenusTest {

    private static final MenuSettings PATIENT = new MenuSettings(
            Duration.ofSeconds(2), Duration.ofMillis(50));
    private static final PriceListSettings LISTS = new PriceListSettings(DataSize.ofMegabytes(8));
    private static final Mono<MenuService.OwnersMenu> AWAY = Mono.error(
            () -> ProblemException.unavailable("away", Duration.ofSeconds(1), null));

    private static final Freshness FRESHNESS = new Freshness(
            Duration.ofMinutes(10), Duration.ofMillis(100), Duration.ofHours(1));
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofMinutes(11));

    private final DatabaseClocks clocks = new DatabaseClocks();
    private final Copies copies = new Copies();
    private final List<MenuVersion> asked = new ArrayList<>();
    private final List<MenuVersion> held = new ArrayList<>();
    private Mono<MenuService.OwnersMenu> owner = AWAY;

    @BeforeEach
    void learnTheTime() {
        clocks.of("west").answered(clocks.moment(), NOW);
    }

    @Test
    void findsTheNewestMenuWithoutAskingAnybody() {
        copies.has(7);

        StepVerifier.create(find(3)).expectNext(7L).verifyComplete();
        assertThat(asked).isEmpty();
        assertThat(copies.looks).isEqualTo(1);
    }

    @Test
    void readsADocumentOnce() {
        copies.has(7);
        CurrentMenus menus = menus();

        PriceList first = menus.find(MAMA_PUT, new MenuVersion(7)).block(Duration.ofSeconds(5));
        PriceList second = menus.find(MAMA_PUT, new MenuVersion(6)).block(Duration.ofSeconds(5));

        assertThat(second).isSameAs(first);
        assertThat(copies.documentsRead).isEqualTo(1);
    }

    @Test
    void asksForTheVersionThatWasSeenAndKeepsIt() {
        copies.has(7);
        owner = told(9);

        StepVerifier.create(find(8)).expectNext(9L).verifyComplete();
        assertThat(asked).containsExactly(new MenuVersion(8));
        assertThat(copies.newest).isEqualTo(9);
    }

    @Test
    void asksForTheDocumentThatAnEventLacked() {
        copies.has(7);
        copies.newest = 9;
        owner = told(9);

        StepVerifier.create(find(7)).expectNext(9L).verifyComplete();
        assertThat(asked).containsExactly(new MenuVersion(9));
    }

    @Test
    void asksForMenusFromBeforeItsTime() {
        owner = told(4);

        StepVerifier.create(find(4)).expectNext(4L).verifyComplete();
    }

    @Test
    void asksOnceForAllWhoWait() {
        copies.has(7);
        Sinks.Empty<Void> allWait = Sinks.empty();
        owner = allWait.asMono().then(told(8));
        CurrentMenus menus = menus();

        StepVerifier.create(Flux.range(0, 50)
                .flatMap(_ -> menus.find(MAMA_PUT, new MenuVersion(8))).distinct().count())
                .then(allWait::tryEmitEmpty)
                .expectNext(1L).verifyComplete();
        assertThat(asked).hasSize(1);
    }

    @Test
    void neverGoesBackToWhatTheOwnerSaidBeforeAnEvent() {
        copies.has(7);
        owner = Mono.defer(() -> {
            copies.has(12);
            return told(8);
        });

        StepVerifier.create(find(8)).expectNext(12L).verifyComplete();
        assertThat(copies.newest).isEqualTo(12);
    }

    @Test
    void waitsForTheEventWhereTheOwnerIsAway() {
        copies.has(7);

        assertFindsWhatComesMeanwhile();
    }

    @Test
    void waitsForTheEventWhereTheOwnerIsSilent() {
        copies.has(7);
        owner = Mono.never();

        assertFindsWhatComesMeanwhile();
    }

    @Test
    void givesUpAfterTheWait() {
        copies.has(7);

        StepVerifier.withVirtualTime(() -> find(8))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(1_900))
                .thenAwait(Duration.ofMillis(200))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.VERSION_NOT_VISIBLE));
    }

    @Test
    void nobodyCanHaveSeenWhatItsOwnerDenies() {
        owner = denied(8);

        StepVerifier.create(find(8)).verifyError(NoSuchVersion.class);
        copies.has(7);
        StepVerifier.withVirtualTime(() -> find(8))
                .thenAwait(Duration.ofSeconds(3))
                .verifyError(NoSuchVersion.class);
    }

    @Test
    void whatEventsTellOfIsThereWhateverItsOwnerSays() {
        copies.has(7);
        owner = denied(8).delaySubscription(Duration.ofSeconds(1));
        StepVerifier.withVirtualTime(() -> find(8))
                .then(() -> copies.newest = 8)
                .thenAwait(Duration.ofSeconds(3))
                .verifyErrorSatisfies(e -> assertThat(e).isInstanceOf(ProblemException.class));
        StepVerifier.withVirtualTime(() -> find(8))
                .thenAwait(Duration.ofSeconds(3))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.UNAVAILABLE));

        copies.newest = 7;
        assertFindsWhatComesMeanwhile();
    }

    @Test
    void doesNotGuessWhereTheDocumentIsBehind() {
        copies.has(6);
        copies.newest = 7;

        StepVerifier.withVirtualTime(() -> find(6))
                .thenAwait(Duration.ofSeconds(3))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.UNAVAILABLE));
        StepVerifier.withVirtualTime(() -> find(8))
                .thenAwait(Duration.ofSeconds(3))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.VERSION_NOT_VISIBLE));
    }

    @Test
    void unknownRestaurantsAreWhatTheirOwnerSays() {
        StepVerifier.create(find(8))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.UNAVAILABLE));

        owner = Mono.error(() -> ProblemException.of(ProblemType.RESTAURANT_NOT_FOUND, "no"));
        StepVerifier.create(find(8))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.RESTAURANT_NOT_FOUND));
    }

    @Test
    void checksACopyOfWhichNobodyKnowsWhetherItIsTheNewestAndThenKnows() {
        copies.has(7);
        copies.told = LONG_AGO;
        owner = confirmed(7, NOW);

        StepVerifier.create(find(7)).expectNext(7L).verifyComplete();
        StepVerifier.create(find(7)).expectNext(7L).verifyComplete();

        assertThat(asked).containsExactly(new MenuVersion(7));
        assertThat(held).containsExactly(new MenuVersion(7));
    }

    @Test
    void doesNotPriceByACopyThatItsOwnerHasReplaced() {
        copies.has(7);
        copies.told = LONG_AGO;
        owner = told(9);

        StepVerifier.create(find(7)).expectNext(9L).verifyComplete();
    }

    @Test
    void doesNotGuessWhichVersionIsTheNewest() {
        copies.has(7);
        copies.told = LONG_AGO;

        StepVerifier.create(find(7))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.UNAVAILABLE));
    }

    @Test
    void anOwnerWhoKnowsItNoBetterIsAskedAFewTimesAndNotBelieved() {
        copies.has(7);
        copies.told = LONG_AGO;
        owner = confirmed(7, LONG_AGO);

        StepVerifier.create(find(7))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.UNAVAILABLE));
        assertThat(asked).hasSize(3);
    }

    @Test
    void trustsNoCopyWhileTheTimeIsNotKnown() {
        copies.has(7);
        copies.shard = "east";

        StepVerifier.create(find(7))
                .verifyErrorSatisfies(e -> assertProblem(e, ProblemType.UNAVAILABLE));
    }

    @Test
    void refusesSettingsOutOfBounds() {
        assertThatThrownBy(() -> new MenuSettings(Duration.ofMinutes(1), Duration.ofMillis(50)))
                .hasMessageContaining("version-wait: expected 0s to 30s");
        assertThatThrownBy(() -> new MenuSettings(Duration.ofSeconds(1), Duration.ZERO))
                .hasMessageContaining("poll-interval: expected at least 5ms");
    }

    private void assertFindsWhatComesMeanwhile() {
        StepVerifier.withVirtualTime(() -> find(8))
                .thenAwait(Duration.ofMillis(400))
                .then(() -> copies.has(8))
                .thenAwait(Duration.ofMillis(100))
                .expectNext(8L)
                .verifyComplete();
    }

    private Mono<Long> find(long seen) {
        return menus().find(MAMA_PUT, new MenuVersion(seen))
                .map(prices -> prices.version().number());
    }

    private CurrentMenus menus() {
        return new CurrentMenus(copies, new PriceLists(copies, LISTS), PATIENT, new MenuService() {
            @Override
            public Mono<OwnersMenu> menu(
                    RestaurantId id, MenuVersion least, MenuVersion copied) {
                asked.add(least);
                held.add(copied);
                return owner;
            }

            @Override
            public Mono<OwnersRestaurant> restaurant(RestaurantId id) {
                throw new UnsupportedOperationException();
            }
        }, new Trust(FRESHNESS, clocks));
    }

    private static Mono<MenuService.OwnersMenu> told(long version) {
        return Mono.just(new MenuService.OwnersMenu(new MenuVersion(version),
                MenuJson.of(MamaPut.menu(MAMA_PUT, version)), "west", NOW));
    }

    private static Mono<MenuService.OwnersMenu> denied(long version) {
        return Mono.error(() -> new NoSuchVersion(MAMA_PUT, new MenuVersion(version)));
    }

    private static Mono<MenuService.OwnersMenu> confirmed(long version, Instant asOf) {
        return Mono.just(
                new MenuService.OwnersMenu(new MenuVersion(version), null, "west", asOf));
    }

    private static void assertProblem(Throwable error, ProblemType type) {
        assertThat(error).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().kind()).isEqualTo(type));
    }

    /** One kitchen's copy, in memory. */
    private static final class Copies implements MenuCopies {

        private volatile long newest;
        private volatile long documentVersion;
        private volatile String shard = "west";
        private volatile Instant told = NOW;
        private int looks;
        private int documentsRead;

        void has(long version) {
            documentVersion = version;
            newest = version;
        }

        @Override
        public Mono<MenuCopy> find(RestaurantId id) {
            return Mono.fromSupplier(() -> {
                looks++;
                return newest == 0
                        ? null
                        : new MenuCopy(
                                new MenuVersion(newest), new MenuVersion(documentVersion),
                                new Vouched(shard, told, null));
            });
        }

        @Override
        public Mono<StoredMenu> document(RestaurantId id) {
            return Mono.fromSupplier(() -> {
                documentsRead++;
                return new StoredMenu(new MenuVersion(documentVersion),
                        MenuJson.of(MamaPut.menu(id, documentVersion)).compress());
            });
        }

        @Override
        public Mono<Boolean> apply(
                RestaurantId id, MenuVersion version, String in, @Nullable MenuJson document) {
            return Mono.fromSupplier(() -> {
                boolean news = version.number() > documentVersion;
                if (news) {
                    has(version.number());
                }
                return news;
            });
        }

        @Override
        public Mono<Void> vouch(RestaurantId id, String in, Instant asOf) {
            return Mono.fromRunnable(() -> told = asOf);
        }

        @Override
        public Mono<Void> missed(RestaurantId id, Instant foundAt) {
            throw new UnsupportedOperationException();
        }
    }
}
