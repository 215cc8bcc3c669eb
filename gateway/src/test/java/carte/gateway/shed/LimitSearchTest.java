package carte.gateway.shed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LimitSearchTest {

    private static final long MILLI = 1_000_000;

    private final LimitSearch search = new LimitSearch(4, 32);
    private final List<Integer> tried = new ArrayList<>(List.of(4));
    private long now = 77 * MILLI;

    @Test
    void staysAtTheFewestWhereMoreOnlyTakeLonger() {
        serve(200, places -> 10 * MILLI * places);
        assertThat(tried).containsExactly(4, 8, 4);
    }

    @Test
    void goesUpAsLongAsTheyTakeNoLonger() {
        serve(200, _ -> 40 * MILLI);
        assertThat(tried).containsExactly(4, 8, 16, 32);
    }

    @Test
    void takesAsLongAsSlowCallsTake() {
        serve(400, _ -> 3_000 * MILLI);
        assertThat(tried).startsWith(4, 8, 16, 32);
    }

    @Test
    void stopsWhereTheyBeginToTakeLonger() {
        serve(200, places -> 40 * MILLI * Math.max(1, places / 16));
        assertThat(tried).containsExactly(4, 8, 16, 32, 16);
    }

    @Test
    void looksAnewAfterAWhile() {
        serve(200, _ -> 40 * MILLI);
        assertThat(search.places()).isEqualTo(32);
        now += 5_001 * MILLI;
        serve(200, places -> 10 * MILLI * places);
        assertThat(tried).containsExactly(4, 8, 16, 32, 4, 8, 4);
    }

    @Test
    void looksAnewFromHalfOfWhatItFound() {
        serve(300, _ -> 40 * MILLI);
        now += 4_000 * MILLI;
        serve(1, _ -> 40 * MILLI);
        now += 2_000 * MILLI;
        serve(200, _ -> 40 * MILLI);
        assertThat(tried).containsExactly(4, 8, 16, 32, 16, 32);
    }

    @Test
    void leavesOutWhatBeganWhileMoreWereUnderWay() {
        for (int i = 0; i < 100; i++) {
            end(40 * MILLI, 4);
        }
        for (int i = 0; i < 100; i++) {
            search.ended(now - 1, 3, now);
        }
        assertThat(search.places()).isEqualTo(4);
        for (int i = 0; i < 8; i++) {
            search.ended(now, 3, now + 100 * MILLI);
        }
        assertThat(search.places()).isEqualTo(8);
    }

    @RepeatedTest(50)
    void isNotMisledByAFewThatTakeLong(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        serve(3_000, _ -> (random.nextInt(30) == 0 ? 50 : 1) * MILLI);
        assertThat(tried).containsExactly(4, 8, 16, 32);
    }

    @Test
    void isNotMisledByAPauseOfAllThatAreUnderWay() {
        begin();
        endTogether(4, 60 * MILLI);
        endTogether(4, 60 * MILLI);
        assertThat(search.places()).isEqualTo(8);
        endTogether(8, 60 * MILLI);
        endTogether(8, 500 * MILLI);
        assertThat(search.places()).isEqualTo(16);
    }

    @Test
    void takesItsTimeWhereCallsAreShort() {
        begin();
        for (int i = 0; i < 99; i++) {
            endTogether(4, MILLI);
        }
        assertThat(search.places()).isEqualTo(4);
        endTogether(4, MILLI);
        assertThat(search.places()).isEqualTo(8);
    }

    @Test
    void forgetsWhatItSawBeforeItWasLeftAlone() {
        begin();
        endTogether(7, 60 * MILLI);
        now += 1_000 * MILLI;
        search.goOnFrom(4, now);
        endTogether(4, 60 * MILLI);
        endTogether(3, 60 * MILLI);
        assertThat(search.places()).isEqualTo(4);
        endTogether(1, 60 * MILLI);
        assertThat(search.places()).isEqualTo(8);
    }

    @Test
    void goesBackToWhatWasGoodWhereItWentOnFromTooMany() {
        begin();
        endTogether(8, 100 * MILLI);
        assertThat(search.places()).isEqualTo(8);
        search.goOnFrom(16, now);
        assertThat(search.places()).isEqualTo(16);
        endTogether(32, 400 * MILLI);
        assertThat(search.places()).isEqualTo(4);
    }

    private void begin() {
        search.ended(now - 1, 3, now);
    }

    /** Has calls end that began together. */
    private void endTogether(int calls, long nanos) {
        long begunAt = now;
        now += nanos;
        int others = search.places() - 1;
        for (int i = 0; i < calls; i++) {
            search.ended(begunAt, others, now);
        }
    }

    /** Has calls end whose times depend on how many there are at once. */
    private void serve(int calls, IntToLongFunction nanos) {
        for (int i = 0; i < calls; i++) {
            end(nanos.applyAsLong(search.places()), search.places() - 1);
        }
    }

    private void end(long nanos, int others) {
        // As many are under way at once.
        now += nanos / search.places();
        search.ended(now - nanos, others, now);
        if (tried.getLast() != search.places()) {
            tried.add(search.places());
        }
    }
}
