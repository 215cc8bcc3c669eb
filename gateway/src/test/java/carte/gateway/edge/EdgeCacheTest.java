package carte.gateway.edge;

import static carte.gateway.edge.CacheUnderTest.FILL_DEADLINE;
import static carte.gateway.edge.CacheUnderTest.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.fixture.Menus;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.RestaurantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EdgeCacheTest {

    private final CacheUnderTest gateway = CacheUnderTest.remembering();
    private final CacheUnderTest forgetful = CacheUnderTest.forgetful(FILL_DEADLINE);
    private final EdgeCache cache = gateway.cache;
    private final RestaurantId id = Menus.freshRestaurant();
    private final RestaurantId neighbour = CacheUnderTest.neighbourOf(id);
    private final RestaurantId stranger = CacheUnderTest.strangerTo(id);

    @Test
    void keepsAMenuOnlyWhileTheLogIsFollowed() {
        gateway.load(id, 7, 1);
        assertThat(gateway.kept(id)).isZero();

        gateway.watermark(stranger, 0);
        gateway.watermark(id, "east", 0);
        gateway.load(id, 7, 1);
        assertThat(gateway.kept(id)).as("another partition, another shard").isZero();

        gateway.watermark(id, 0);
        gateway.load(id, 7, 1);
        assertThat(gateway.kept(id)).isEqualTo(7);
    }

    @Test
    void aKeptMenuIsAsOfTheWatermark() {
        gateway.watermark(id, 0);
        EdgeMenu loaded = gateway.load(id, 7, 1);
        assertThat(cache.vouched(id.value())).isEqualTo(new EdgeCache.Vouched(loaded, at(1)));

        gateway.watermark(id, 2);
        gateway.watermark(stranger, 3);
        gateway.watermark(id, "east", 3);
        assertThat(cache.vouched(id.value())).isEqualTo(new EdgeCache.Vouched(loaded, at(2)));
        assertThat(cache.vouched(stranger.value())).isNull();
    }

    @Test
    void ofTwoLoadsOfAVersionTheFresherOneStays() {
        gateway.watermark(id, 0);
        gateway.load(id, 7, 1);
        EdgeMenu fresher = gateway.load(id, 7, 2);
        assertThat(cache.find(id.value())).isSameAs(fresher);

        gateway.load(id, 7, 1);
        assertThat(cache.find(id.value())).isSameAs(fresher);
    }

    @Test
    void anOlderMenuNeverReplacesANewerOne() {
        forgetful.watermark(id, 0);
        forgetful.load(id, 8, 1);
        forgetful.load(id, 7, 2);
        assertThat(forgetful.kept(id)).isEqualTo(8);
    }

    @Test
    void countsWhatBecomesOfLoadedMenus() {
        gateway.watermark(id, 0);
        gateway.load(id, 8, 1);
        gateway.load(id, 7, 2);
        gateway.load(stranger, 7, -10);

        assertThat(cache.fills(Fill.KEPT)).isEqualTo(1);
        assertThat(cache.fills(Fill.FLOORED)).isEqualTo(1);
        assertThat(cache.fills(Fill.REFUSED)).isEqualTo(1);
    }

    @Test
    void aChangeReplacesAnOlderMenu() {
        gateway.watermark(id, 0);
        gateway.load(id, 7, 1);
        gateway.change(id, 8, 2);

        assertThat(gateway.kept(id)).isEqualTo(8);
        assertThat(cache.vouched(id.value())).extracting(EdgeCache.Vouched::asOf).isEqualTo(at(2));
        assertThat(cache.find(id.value())).extracting(menu -> menu.form().body(false))
                .isEqualTo(CacheUnderTest.json(id, 8).utf8());
    }

    @Test
    void aChangeLeavesWhatIsAsNewAsItself() {
        gateway.watermark(id, 0);
        EdgeMenu loaded = gateway.load(id, 8, 3);
        gateway.change(id, 7, 1);
        gateway.change(id, 8, 2);
        assertThat(cache.find(id.value())).isSameAs(loaded);
    }

    @Test
    void aChangeOfWhatIsNotKeptLeavesOnlyAFloor() {
        gateway.watermark(id, 0);
        gateway.change(id, 8, 1);
        assertThat(gateway.kept(id)).isZero();
        assertThat(gateway.newestKnown(id)).isEqualTo(8);
    }

    @Test
    void aChangeThatDoesNotCarryItsMenuDropsTheOlderOne() {
        gateway.watermark(id, 0);
        gateway.load(id, 7, 1);
        gateway.changeWithoutMenu(id, 8, 2);
        assertThat(gateway.kept(id)).isZero();
        assertThat(gateway.newestKnown(id)).isEqualTo(8);
    }

    @Test
    void aNewerMenuThatCannotBeKeptOutdatesTheOneThatIs() {
        gateway.watermark(id, 0);
        gateway.load(id, 7, 20);
        gateway.watermark(id, 20);
        gateway.load(id, 7, 14);
        assertThat(gateway.kept(id)).isEqualTo(7);

        gateway.load(id, 8, 14);
        assertThat(gateway.kept(id)).isZero();
        gateway.load(id, 7, 20);
        assertThat(gateway.kept(id)).isZero();
    }

    @Test
    void aLateLoadUnderAFloorIsRefused() {
        forgetful.watermark(id, 0);
        forgetful.change(id, 8, 1);
        forgetful.load(id, 7, 1);
        assertThat(forgetful.kept(id)).isZero();
        forgetful.load(neighbour, 7, 1);
        assertThat(forgetful.kept(neighbour)).isEqualTo(7);
        forgetful.load(id, 8, 1);
        assertThat(forgetful.kept(id)).isEqualTo(8);
    }

    @Test
    void aFloorEndsByTheWatermark() {
        forgetful.watermark(id, 0);
        forgetful.change(id, 8, 10);
        forgetful.watermark(id, 14.999);
        forgetful.watermark(stranger, 20);
        forgetful.watermark(id, "east", 20);
        assertThat(forgetful.newestKnown(id)).isEqualTo(8);
        forgetful.load(id, 7, 9.999);
        assertThat(forgetful.kept(id)).isZero();

        forgetful.watermark(id, 15);
        assertThat(forgetful.newestKnown(id)).isZero();
        forgetful.load(id, 7, 9.999);
        assertThat(forgetful.kept(id)).isZero();
    }

    @Test
    void aFloorDoesNotEndByItself() {
        CacheUnderTest hasty = CacheUnderTest.forgetful(Duration.ofMillis(1));
        hasty.watermark(id, 0);
        hasty.change(id, 8, 1);
        hasty.watermark(id, 1);

        long changed = System.nanoTime();
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> System.nanoTime() - changed > Duration.ofMillis(20).toNanos());

        assertThat(hasty.newestKnown(id)).isEqualTo(8);
        hasty.watermark(id, 1.001);
        assertThat(hasty.newestKnown(id)).isZero();
    }

    @Test
    void aFloorThatIsRaisedStandsTheLonger() {
        forgetful.watermark(id, 0);
        forgetful.change(id, 8, 10);
        forgetful.change(neighbour, 3, 11);
        forgetful.change(id, 9, 13);

        forgetful.watermark(id, 16);
        assertThat(forgetful.newestKnown(id)).isEqualTo(9);
        assertThat(forgetful.newestKnown(neighbour)).isZero();
        forgetful.watermark(id, 18);
        assertThat(forgetful.newestKnown(id)).isZero();
    }

    @Test
    void aChangeThatIsRepeatedDoesNotLowerTheFloor() {
        forgetful.watermark(id, 0);
        forgetful.change(id, 9, 10);
        forgetful.change(id, 8, 11);
        assertThat(forgetful.newestKnown(id)).isEqualTo(9);
    }

    @Test
    void whatWasMissedIsForgottenInItsPartitionOnly() {
        List<RestaurantId> all = List.of(id, neighbour, stranger);
        for (RestaurantId each : all) {
            forgetful.watermark(each, 0);
            forgetful.load(each, 7, 1);
        }
        forgetful.missed(id);
        assertThat(all).extracting(forgetful::kept).containsExactly(0L, 0L, 7L);
        forgetful.load(stranger, 8, 3);
        assertThat(forgetful.kept(stranger)).as("followed as before").isEqualTo(8);
    }

    @Test
    void floorsOfWhatWasMissedAreForgottenInItsPartitionOnly() {
        List<RestaurantId> all = List.of(id, neighbour, stranger);
        for (RestaurantId each : all) {
            forgetful.watermark(each, 0);
            forgetful.change(each, 8, 2);
        }
        forgetful.missed(id);
        assertThat(all).extracting(forgetful::newestKnown).containsExactly(0L, 0L, 8L);
    }

    @Test
    void afterWhatWasMissedOnlyNewerLoadsAreKept() {
        gateway.watermark(id, 0);
        gateway.missed(id);
        gateway.load(id, 7, 20);
        assertThat(gateway.kept(id)).as("nothing is followed").isZero();

        gateway.watermark(id, 20);
        gateway.load(id, 7, 19.999);
        assertThat(gateway.kept(id)).isZero();
        gateway.load(id, 7, 20);
        assertThat(gateway.kept(id)).isEqualTo(7);
    }

    @Test
    void aFloorOfAfterWhatWasMissedStandsAsLongAsAnyOther() {
        forgetful.watermark(id, 0);
        forgetful.change(id, 8, 10);
        forgetful.missed(id);
        forgetful.watermark(id, 11);
        forgetful.change(id, 9, 12);
        forgetful.watermark(id, 16);
        assertThat(forgetful.newestKnown(id)).isEqualTo(9);
        forgetful.watermark(id, 17);
        assertThat(forgetful.newestKnown(id)).isZero();
    }

    @Test
    void theNewestKnownOutlivesWhatIsNotKeptOrMissed() {
        gateway.load(id, 8, 1);
        gateway.load(id, 7, 2);
        assertThat(gateway.kept(id)).isZero();
        assertThat(gateway.newestKnown(id)).isEqualTo(8);

        gateway.change(id, 9, 3);
        gateway.missed(id);
        assertThat(gateway.newestKnown(id)).isEqualTo(9);
        gateway.watermark(id, 4);
        gateway.load(id, 8, 5);
        assertThat(gateway.kept(id)).isZero();
        assertThat(gateway.newestKnown(id)).isEqualTo(9);
    }

    @Test
    void theNewestKnownNeverGoesBackWhateverHappens() {
        Random random = new Random(20_260_301);
        long newest = 0;
        int kept = 0;
        for (int step = 0; step < 20_000; step++) {
            double now = step * 0.1;
            long version = Math.max(1, newest - 2 + random.nextInt(4));
            switch (random.nextInt(40)) {
                case 0 -> gateway.missed(id);
                case 1, 2, 3 -> gateway.change(id, version, now);
                case 4 -> gateway.changeWithoutMenu(id, version, now);
                case 5, 6, 7, 8, 9, 10 -> gateway.watermark(id, now);
                default -> gateway.load(id, version, now - random.nextDouble(10));
            }
            assertThat(gateway.newestKnown(id)).as("step %d", step).isGreaterThanOrEqualTo(newest);
            newest = gateway.newestKnown(id);
            if (gateway.kept(id) != 0) {
                kept++;
                assertThat(gateway.kept(id)).as("step %d", step).isEqualTo(newest);
            }
        }
        assertThat(kept).isGreaterThan(1_000);
    }

    @Test
    void keepsNoMoreBytesThanItMay() {
        byte[] noise = new byte[170_000];
        new Random(1).nextBytes(noise);
        String body = "\"" + Base64.getEncoder().encodeToString(noise) + "\"";
        gateway.watermark(id, 0);
        RestaurantId[] crowd = Stream.generate(() -> CacheUnderTest.neighbourOf(id)).limit(10)
                .toArray(RestaurantId[]::new);
        for (RestaurantId each : crowd) {
            cache.offer(gateway.menu(each, 7, 1, MenuJson.ofUtf8(
                    body.getBytes(StandardCharsets.US_ASCII))));
        }
        await().untilAsserted(() -> assertThat(Stream.of(crowd).filter(each -> gateway.kept(
                each) != 0)).hasSizeBetween(1, 2));
        assertThat(Stream.of(crowd)).allMatch(each -> gateway.newestKnown(each) == 7);
    }
}
