package carte.gateway.edge;

import static carte.gateway.edge.CacheUnderTest.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.cache.DatabaseClock;
import carte.contracts.fixture.Menus;
import carte.contracts.menu.RestaurantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The log goes on in the middle of an offer, or of a look at what is kept. */
class EdgeCacheInterleavedTest {

    private final CacheUnderTest gateway = CacheUnderTest.forgetful(CacheUnderTest.FILL_DEADLINE);
    private final EdgeCache cache = gateway.cache;
    private final RestaurantId id = Menus.freshRestaurant();

    @Test
    void aWatermarkThatCameWithAChangeDoesNotVouchForTheMenuThatLeft() {
        gateway.watermark(id, 0);
        keepUntilLookedAt(() -> {
            gateway.change(id, 8, 2);
            gateway.watermark(id, 3);
        });

        assertThat(cache.vouched(id.value())).isEqualTo(
                new EdgeCache.Vouched(Objects.requireNonNull(cache.find(id.value())), at(3)));
        assertThat(gateway.kept(id)).isEqualTo(8);
    }

    @Test
    void aMenuThatLeavesWhileItIsLookedAtIsNotAnswered() {
        gateway.watermark(id, 0);
        keepUntilLookedAt(() -> {
            gateway.changeWithoutMenu(id, 8, 2);
            gateway.watermark(id, 3);
        });
        assertThat(cache.vouched(id.value())).isNull();
    }

    @Test
    void aChangeWaitsForAnOfferThatHasReadTheFloorsBefore() throws InterruptedException {
        gateway.watermark(id, 0);
        Thread log = Thread.ofPlatform().unstarted(() -> gateway.changeWithoutMenu(id, 8, 2));

        cache.offer(gateway.menu(id, 7, 1, new LogGoesOn(1, () -> {
            log.start();
            awaitFloor();
            joinBriefly(log);
        })));
        log.join();

        assertThat(gateway.kept(id)).isZero();
    }

    @Test
    void aMenuUnderAFloorIsNotAnsweredThoughItHasNotLeftYet() throws InterruptedException {
        gateway.watermark(id, 0);
        gateway.load(id, 6, 1);
        Thread log = Thread.ofPlatform().unstarted(() -> gateway.change(id, 8, 2));
        List<@Nullable Object> found = new ArrayList<>();

        cache.offer(gateway.menu(id, 7, 1, new LogGoesOn(1, () -> {
            log.start();
            awaitFloor();
            found.add(gateway.kept(id));
            found.add(cache.vouched(id.value()));
        })));
        log.join();

        assertThat(found).containsExactly(6L, null);
        assertThat(gateway.kept(id)).isEqualTo(8);
    }

    /** Keeps version 7; the first look is that of the offer. */
    private void keepUntilLookedAt(Runnable meanwhile) {
        cache.offer(gateway.menu(id, 7, 1, new LogGoesOn(2, meanwhile)));
        assertThat(gateway.kept(id)).isEqualTo(7);
    }

    private void awaitFloor() {
        await().pollInterval(Duration.ofMillis(1)).until(() -> gateway.newestKnown(id) == 8);
    }

    /** Long enough for a change that does not wait to have come and gone. */
    private static void joinBriefly(Thread thread) {
        try {
            boolean _ = thread.join(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the log go on when somebody looks how far it is followed for so many times. */
    private final class LogGoesOn extends Track {

        private final int look;
        private final Runnable meanwhile;
        private int looks;

        LogGoesOn(int look, Runnable meanwhile) {
            super(new DatabaseClock());
            this.look = look;
            this.meanwhile = meanwhile;
        }

        @Override
        @Nullable
        Followed followed() {
            looks++;
            if (looks == look) {
                meanwhile.run();
            }
            return gateway.track(id).followed();
        }
    }
}
