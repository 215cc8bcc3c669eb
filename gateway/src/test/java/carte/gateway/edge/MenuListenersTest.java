package carte.gateway.edge;

import static carte.gateway.edge.CacheUnderTest.at;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.event.MenuTopic;
import carte.contracts.fixture.Menus;
import carte.contracts.fixture.Records;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.gateway.edge.MenuListeners.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class MenuListenersTest {

    private final MenuListeners listeners = new MenuListeners(Schedulers.immediate());

    @BeforeEach
    void start() {
        listeners.start();
    }

    @Test
    void eachPageIsToldOfItsRestaurant() {
        Page one = listen(Menus.MAMA_PUT);
        Page two = listen(Menus.MAMA_PUT);
        Page other = listen(Menus.NYAMA_HOUSE);

        change(Menus.MAMA_PUT, 8);

        assertThat(one.told).containsExactly(Change.of(new MenuVersion(8), at(8)));
        assertThat(two.told).isEqualTo(one.told);
        assertThat(other.told).isEmpty();
    }

    @Test
    void pagesAreCountedAsTheyComeAndGo() {
        assertThat(listeners.size()).isZero();
        Page one = listen(Menus.MAMA_PUT);
        Page two = listen(Menus.MAMA_PUT);
        Page other = listen(Menus.NYAMA_HOUSE);
        assertThat(listeners.size()).isEqualTo(3);

        one.stream.dispose();
        one.stream.dispose();
        assertThat(listeners.size()).isEqualTo(2);
        other.stream.dispose();
        two.stream.dispose();
        assertThat(listeners.size()).isZero();
    }

    @Test
    void aPageThatLeavesDoesNotTakeItsNeighboursAlong() {
        Page leaving = listen(Menus.MAMA_PUT);
        Page staying = listen(Menus.MAMA_PUT);
        leaving.stream.dispose();
        Page coming = listen(Menus.MAMA_PUT);

        change(Menus.MAMA_PUT, 8);

        assertThat(leaving.told).isEmpty();
        assertThat(staying.told).hasSize(1);
        assertThat(coming.told).hasSize(1);
    }

    @Test
    void aPageIsToldFromItsComingOn() {
        Page early = listen(Menus.MAMA_PUT);
        change(Menus.MAMA_PUT, 8);
        Page late = listen(Menus.MAMA_PUT);
        change(Menus.MAMA_PUT, 9);
        assertThat(early.told).hasSize(2);
        assertThat(late.told).extracting(Change::version).containsExactly(new MenuVersion(9));
    }

    @Test
    void allStreamsEndWhenTheGatewayStops() {
        Page one = listen(Menus.MAMA_PUT);
        Page other = listen(Menus.NYAMA_HOUSE);
        assertThat(listeners.isRunning()).isTrue();

        listeners.stop();

        assertThat(listeners.isRunning()).isFalse();
        assertThat(one.ended).isTrue();
        assertThat(other.ended).isTrue();
        assertThat(listeners.size()).isZero();
    }

    @Test
    void aStreamThatBeginsWhenTheGatewayHasStoppedEndsAtOnce() {
        listeners.stop();
        assertThat(listen(Menus.MAMA_PUT).ended).isTrue();
        assertThat(listeners.size()).isZero();
    }

    @Test
    void aStreamThatIsBeingToldOfAChangeEndsToo() throws InterruptedException {
        Scheduler teller = Schedulers.newSingle("teller", true);
        MenuListeners busy = new MenuListeners(teller);
        var ended = new CountDownLatch(1);
        Disposable page = busy.changes(Menus.MAMA_PUT.value())
                .doOnNext(_ -> busy.stop())
                .doOnComplete(ended::countDown)
                .subscribe();
        busy.changed(Records.menuChanged(Menus.MAMA_PUT, 8, at(8)), at(8));
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        page.dispose();
        teller.dispose();
    }

    @Test
    void pagesOfAPartitionOfWhichSomethingWasMissedComeBack() {
        Page one = listen(Menus.MAMA_PUT);
        Page other = listen(CacheUnderTest.strangerTo(Menus.MAMA_PUT));

        listeners.missed(MenuTopic.partitionOf(Menus.MAMA_PUT));

        assertThat(one.ended).isTrue();
        assertThat(other.ended).isFalse();
    }

    private Page listen(RestaurantId id) {
        return new Page(listeners.changes(id.value()));
    }

    private void change(RestaurantId id, int version) {
        listeners.changed(Records.menuChanged(id, version, at(version)), at(version));
    }

    /** A page that listens. */
    private static final class Page {

        final List<Change> told = new ArrayList<>();
        final Disposable stream;
        volatile boolean ended;

        Page(Flux<Change> changes) {
            stream = changes.subscribe(told::add, error -> {
                throw new AssertionError(error);
            }, () -> ended = true);
        }
    }
}
