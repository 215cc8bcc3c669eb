package carte.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.MenuVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are milliseconds; the fill deadline is 5,000 of them. */
class EdgeRulesTest {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
            "as of the watermark,                      8, 20000,  ,  , 0,     20000, true",
            "newer than the watermark,                 8, 20001,  ,  , 0,     20000, true",
            "behind it by the fill deadline,           8, 15000,  ,  , 0,     20000, true",
            "further behind it,                        8, 14999,  ,  , 0,     20000, false",
            "nothing followed yet,                     8, 20000,  ,  ,  ,          , false",
            "as of when the log began to be followed,  8, 18000,  ,  , 18000, 20000, true",
            "from before the log was followed,         8, 17999,  ,  , 18000, 20000, false",
            "from before it though past the watermark, 8, 17999,  ,  , 18000, 17900, false",
            "an older one is kept,                     8, 20000, 7,  , 0,     20000, true",
            "the same one is kept,                     8, 20000, 8,  , 0,     20000, true",
            "a newer one is kept,                      8, 20000, 9,  , 0,     20000, false",
            "the floor is older,                       8, 20000,  , 7, 0,     20000, true",
            "the floor is the same,                    8, 20000,  , 8, 0,     20000, true",
            "the floor is newer,                       8, 20000,  , 9, 0,     20000, false",
            "only the floor is newer,                  8, 20000, 7, 9, 0,     20000, false",
            "only what is kept is newer,               8, 20000, 9, 8, 0,     20000, false",
            "newer than both but too old,              9, 14999, 8, 8, 0,     20000, false"})
    void aLoadedMenuMayBeKept(
            String which,
            long version,
            long asOf,
            @Nullable Long held,
            @Nullable Long floor,
            @Nullable Long since,
            @Nullable Long watermark,
            boolean kept) {
        assertThat(EdgeRules.mayKeep(new MenuVersion(version), at(asOf),
                held == null ? null : new MenuVersion(held),
                floor == null ? null : new Floor(new MenuVersion(floor), at(19_000)),
                followed(since, watermark), DEADLINE)).as(which).isEqualTo(kept);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
            "nothing followed,               9000,      ,      , 9000",
            "from before what was missed,    9000,  9001, 20000, 9000",
            "just behind what was missed,    9000,  9000, 20000, 20000",
            "behind the watermark,           19999, 9000, 20000, 20000",
            "as of the watermark,            20000, 9000, 20000, 20000",
            "past the watermark,             20001, 9000, 20000, 20001",
            "before and past the watermark,  9000,  9001, 8000,  9000"})
    void aKeptMenuIsKnownToBeTheNewest(
            String which,
            long loadedAsOf,
            @Nullable Long since,
            @Nullable Long watermark,
            long expected) {
        assertThat(EdgeRules.asOf(at(loadedAsOf), followed(since, watermark)))
                .as(which).isEqualTo(at(expected));
    }

    @ParameterizedTest
    @CsvSource({"10000, false", "14999, false", "15000, true", "15001, true"})
    void aFloorEndsOnceTheWatermarkIsPastItByTheDeadline(long watermark, boolean ended) {
        Floor floor = new Floor(new MenuVersion(8), at(10_000));
        assertThat(EdgeRules.hasEnded(floor, new Followed(at(0), at(watermark)), DEADLINE))
                .isEqualTo(ended);
    }

    @Test
    void floorsTogetherAreTheNewerVersionAndTheLaterTime() {
        Floor newer = new Floor(new MenuVersion(9), at(10));
        Floor later = new Floor(new MenuVersion(8), at(20));
        assertThat(newer.and(later)).isEqualTo(later.and(newer))
                .isEqualTo(new Floor(new MenuVersion(9), at(20)));
    }

    @Test
    void anEarlierWatermarkSaysNothing() {
        Followed followed = Followed.from(at(12), at(10));
        assertThat(followed).isEqualTo(new Followed(at(12), at(10)));
        assertThat(followed.to(at(9))).isEqualTo(followed);
        assertThat(followed.to(at(11))).isEqualTo(new Followed(at(12), at(11)));
    }

    /** A floor stands until it has ended; of a change that was missed there is none. */
    @Test
    void noMenuIsKeptThatAChangeHasOutdated() {
        Random random = new Random(20_260_301);
        int ended = 0;
        int standing = 0;
        int missed = 0;
        for (int round = 0; round < 200_000; round++) {
            long committed = random.nextLong(20_000);
            long foundAt = committed + random.nextLong(50);
            Followed followed = new Followed(
                    at(random.nextLong(20_000)), at(random.nextLong(30_000)));
            Floor floor = new Floor(new MenuVersion(8), at(foundAt));
            boolean wasMissed = !followed.since().isBefore(at(committed)) && random.nextBoolean();
            boolean hasEnded = EdgeRules.hasEnded(floor, followed, DEADLINE);
            if (wasMissed) {
                missed++;
            } else if (hasEnded) {
                ended++;
            } else {
                standing++;
            }
            long loadedBefore = 1 + random.nextLong(random.nextBoolean() ? 3 : 10_000);
            assertThat(EdgeRules.mayKeep(new MenuVersion(7), at(committed - loadedBefore), null,
                    wasMissed || hasEnded ? null : floor, followed, DEADLINE))
                    .as("round %d: committed at %d, found at %d, loaded %d before, %s", round,
                            committed, foundAt, loadedBefore, followed)
                    .isFalse();
        }
        assertThat(ended).isGreaterThan(10_000);
        assertThat(standing).isGreaterThan(10_000);
        assertThat(missed).isGreaterThan(10_000);
    }

    private static @Nullable Followed followed(@Nullable Long since, @Nullable Long watermark) {
        return since == null || watermark == null
                ? null
                : new Followed(at(since), at(watermark));
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
