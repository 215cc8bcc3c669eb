package carte.order.live;

import static carte.order.MamaPut.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.event.OrderChanged;
import carte.contracts.order.OrderState;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.order.MamaPut;
import carte.order.live.OrderListeners.Listener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.scheduler.Schedulers;

class OrderListenersTest {

    private static final UUID ORDER = UUID.randomUUID();

    private final OrderListeners listeners = new OrderListeners(2, Schedulers.immediate());

    @Test
    void whatHappensBeforeALookIsKept() {
        Listener listener = listeners.enter(ORDER);
        listeners.changed(change(ORDER, 2));
        listeners.changed(change(UUID.randomUUID(), 9));
        List<Integer> told = told(listener);
        listeners.changed(change(ORDER, 3));

        assertThat(told).containsExactly(2, 3);
    }

    @Test
    void everyListenerOfAnOrderIsTold() {
        List<Integer> one = told(listeners.enter(ORDER));
        Listener leaving = listeners.enter(ORDER);
        List<Integer> other = told(leaving);
        listeners.changed(change(ORDER, 2));
        leaving.close();
        listeners.changed(change(ORDER, 3));

        assertThat(one).containsExactly(2, 3);
        assertThat(other).containsExactly(2);
    }

    @Test
    void noMoreComeInThanThereIsRoomFor() {
        Listener first = listeners.enter(ORDER);
        listeners.enter(UUID.randomUUID());
        assertThatThrownBy(() -> listeners.enter(ORDER))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                        refused.problem().kind()).isEqualTo(ProblemType.UNAVAILABLE));

        first.close();
        listeners.enter(ORDER);
        assertThat(listeners.size()).isEqualTo(2);
    }

    @Test
    void whoeverDoesNotKeepUpIsSentAwayAndHasMissedNothingThatWasKept() {
        Listener listener = listeners.enter(ORDER);
        for (int revision = 1; revision <= 100; revision++) {
            listeners.changed(change(ORDER, revision));
        }

        assertThat(whole(listener))
                .hasSizeBetween(10, 99).startsWith(1, 2, 3);
    }

    @Test
    void allComeBackWhenSomethingWasMissed() {
        Listener listener = listeners.enter(ORDER);
        listeners.missed();

        assertThat(whole(listener)).isEmpty();
    }

    @Test
    void nobodyHoldsTheShutdownUp() {
        Listener before = listeners.enter(ORDER);
        listeners.stop();
        Listener after = listeners.enter(ORDER);

        assertThat(whole(before)).isEmpty();
        assertThat(whole(after)).isEmpty();
    }

    private static List<Integer> told(Listener listener) {
        List<Integer> told = new ArrayList<>();
        listener.steps().subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnNext(Step step) {
                told.add(step.revision());
            }
        });
        return told;
    }

    private static List<Integer> whole(Listener listener) {
        return listener.steps().map(Step::revision).collectList()
                .blockOptional(Duration.ofSeconds(30)).orElseThrow();
    }

    private static OrderChanged change(UUID order, int revision) {
        return new OrderChanged(order, MamaPut.MAMA_PUT, revision, OrderState.ACCEPTED,
                MamaPut.naira(5), NOON, NOON, null);
    }
}
