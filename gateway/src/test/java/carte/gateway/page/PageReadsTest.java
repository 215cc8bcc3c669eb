package carte.gateway.page;

import static carte.gateway.page.PagesUnderTest.LIKED;
import static carte.gateway.page.PagesUnderTest.mamaPut;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.gateway.edge.MenuPart;
import carte.gateway.proxy.WholeAnswer;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.node.ObjectNode;

/** Time here is virtual. */
class PageReadsTest {

    private static final RestaurantId ID = new RestaurantId("NG-mama-put-ikeja");
    private static final PageSettings SETTINGS = new PageSettings(
            Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(300));

    private Mono<MenuPart> menu = Mono.just(MenuByHand.SEVEN);
    private Mono<ObjectNode> restaurant = Mono.just(mamaPut());
    private Mono<Popularity> popularity = Mono.just(LIKED);

    @Test
    void asksForAllPartsAtTheSameTime() {
        menu = after(1_900, MenuByHand.SEVEN);
        restaurant = after(900, mamaPut());
        popularity = after(200, LIKED);

        takes(Duration.ofMillis(1_900));
    }

    @Test
    void waitsForNoPartLongerThanItMayTake() {
        popularity = Mono.never();
        takes(Duration.ofMillis(300), "popularity", "waitingTime");

        restaurant = Mono.never();
        takes(Duration.ofSeconds(1), "restaurant", "popularity", "waitingTime");

        menu = Mono.never();
        takes(Duration.ofSeconds(2), "restaurant", "menu", "popularity", "waitingTime");
    }

    @Test
    void doesNotWaitForWhatHasFailed() {
        popularity = Mono.error(new IllegalStateException("order-service is away"));

        takes(Duration.ZERO, "popularity", "waitingTime");
    }

    @Test
    void waitsForTheMenuWhereAVersionOfItIsAskedFor() {
        menu = after(2_900, MenuByHand.SEVEN);

        takes(new MenuVersion(8), Duration.ofMillis(2_900));
    }

    @Test
    void tellsARestaurantThatThereIsNotFromOneThatIsNotToBeHad() {
        menu = Mono.just(other(404));
        restaurant = Mono.empty();
        assertThat(read()).matches(PageParts::isUnknown);

        menu = Mono.just(other(503));
        restaurant = Mono.error(new IllegalStateException("menu-service is away"));
        assertThat(read()).matches(parts -> !parts.isUnknown() && !parts.isShown());
        assertThat(read().menu()).isInstanceOfSatisfying(Part.Failed.class, failed -> assertThat(
                failed.reason()).isInstanceOf(Refused.class));
    }

    private void takes(Duration time, String... unavailable) {
        takes(MenuVersion.NONE, time, unavailable);
    }

    private void takes(MenuVersion least, Duration time, String... unavailable) {
        var waiting = StepVerifier.withVirtualTime(() -> reads().read(ID, least, List.of()))
                .expectSubscription();
        if (time.isPositive()) {
            waiting = waiting.expectNoEvent(time);
        }
        waiting.assertNext(parts -> assertThat(parts.unavailable()).containsExactly(unavailable))
                .verifyComplete();
    }

    private PageParts read() {
        return reads().read(ID, MenuVersion.NONE, List.of()).toFuture().join();
    }

    private PageReads reads() {
        return new PageReads((_, _, _) -> menu, _ -> restaurant, _ -> popularity, SETTINGS);
    }

    private static <T> Mono<T> after(long millis, T value) {
        return Mono.defer(() -> Mono.delay(Duration.ofMillis(millis)).thenReturn(value));
    }

    private static MenuPart other(int status) {
        return new MenuPart.Other(
                new WholeAnswer(status, new DefaultHttpHeaders(), new byte[0]));
    }
}
