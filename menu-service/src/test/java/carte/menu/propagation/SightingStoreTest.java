package carte.menu.propagation;

import static carte.contracts.event.MenuSighted.Stage.GATEWAY_SEEN;
import static carte.contracts.event.MenuSighted.Stage.KAFKA_ACKED;
import static carte.contracts.event.MenuSighted.Stage.REDIS_APPLIED;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.event.MenuSighted;
import carte.contracts.fixture.Menus;
import carte.contracts.menu.MenuVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SightingStoreTest {

    private static final int MOST = 1_000;

    private final SightingStore store = store();

    @Test
    void keepsTheEarliestOfEachStageAndGatewayInWhateverOrderTheyCome() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            SightingStore shuffled = store();
            List<MenuSighted> sightings = new ArrayList<>(List.of(
                    sighting(7, KAFKA_ACKED, "menu-service", 3),
                    sighting(7, REDIS_APPLIED, "cache-invalidator", 5),
                    sighting(7, GATEWAY_SEEN, "gateway", 4),
                    sighting(7, GATEWAY_SEEN, "gateway-2", 9)));
            for (int repeat = 0; repeat < 10; repeat++) {
                MenuSighted again = sightings.get(random.nextInt(4));
                long millis = again.at().toEpochMilli() - after(0).toEpochMilli();
                sightings.add(sighting(7, again.stage(), again.instance(),
                        millis + random.nextInt(100)));
            }
            Collections.shuffle(sightings, random);
            sightings.forEach(shuffled::add);

            Way way = shuffled.find("west", change(7));
            assertThat(way.kafkaAckedAt()).isEqualTo(after(3));
            assertThat(way.redisAppliedAt()).isEqualTo(after(5));
            assertThat(way.gateways()).containsOnlyKeys("gateway", "gateway-2")
                    .containsEntry("gateway", after(4)).containsEntry("gateway-2", after(9));
        }
    }

    @Test
    void keepsTheNewestChangesOfAShardHoweverTheyAreTold() {
        List<Long> versions = new ArrayList<>(LongStream.rangeClosed(1, 3 * MOST).boxed().toList());
        Collections.shuffle(versions, new Random(5));

        versions.forEach(version -> store.add(sighting(version, KAFKA_ACKED, "menu-service", 1)));

        assertThat(store.size()).isEqualTo(MOST);
        assertThat(store.find("west", change(2 * MOST))).isEqualTo(Way.UNSEEN);
        assertThat(LongStream.rangeClosed(2 * MOST + 1, 3 * MOST)).allSatisfy(
                version -> assertThat(store.find("west", change(version)).kafkaAckedAt())
                        .isNotNull());
    }

    @Test
    void aLogThatIsReadAnewPushesNothingOut() {
        for (long version = 5_001; version <= 5_000 + MOST; version++) {
            store.add(sighting(version, REDIS_APPLIED, "cache-invalidator", 1));
        }
        for (long version = 1; version <= 5_000 + MOST; version++) {
            store.add(sighting(version, REDIS_APPLIED, "cache-invalidator", 3_600_000));
        }

        assertThat(store.find("west", change(5_001)).redisAppliedAt())
                .isEqualTo(Menus.PUBLISHED.plusSeconds(5_001).plusMillis(1));
        assertThat(store.find("west", change(5_000))).isEqualTo(Way.UNSEEN);
    }

    @Test
    void aBusyShardPushesNothingOutOfAQuietOne() {
        store.add(sighting("north", 7));
        for (long version = 8; version <= 8 + 2 * MOST; version++) {
            store.add(sighting(version, KAFKA_ACKED, "menu-service", 1));
        }
        assertThat(store.find("north", change(7)).kafkaAckedAt()).isNotNull();
    }

    @Test
    void keepsNothingOfShardsThatItDoesNotHave() {
        store.add(sighting("atlantis", 7));
        assertThat(store.find("atlantis", change(7))).isEqualTo(Way.UNSEEN);
        assertThat(store.size()).isZero();
    }

    @Test
    void namesOfGatewaysDoNotFillTheMemory() {
        for (int gateway = 1; gateway <= 500; gateway++) {
            store.add(sighting(7, GATEWAY_SEEN, "gateway-" + gateway, 9));
        }
        store.add(sighting(7, GATEWAY_SEEN, "gateway-1", 2));
        assertThat(store.find("west", change(7)).gateways()).hasSize(200)
                .containsEntry("gateway-1", after(2));
    }

    private static SightingStore store() {
        return new SightingStore(List.of("west", "north"), MOST);
    }

    private static Instant after(long millis) {
        return Menus.PUBLISHED.plusSeconds(7).plusMillis(millis);
    }

    private static Change change(long version) {
        return new Change(Menus.PUBLISHED.plusSeconds(version), Menus.MAMA_PUT,
                new MenuVersion(version));
    }

    private static MenuSighted sighting(String shard, long version) {
        Instant made = Menus.PUBLISHED.plusSeconds(version);
        return new MenuSighted(Menus.MAMA_PUT, new MenuVersion(version), shard, made,
                KAFKA_ACKED, "menu-service", made);
    }

    /** Returns a sighting of a version that was made so many seconds after the first. */
    private static MenuSighted sighting(
            long version, MenuSighted.Stage stage, String instance, long millis) {
        Instant made = Menus.PUBLISHED.plusSeconds(version);
        return new MenuSighted(Menus.MAMA_PUT, new MenuVersion(version), "west", made, stage,
                instance, made.plusMillis(millis));
    }
}
