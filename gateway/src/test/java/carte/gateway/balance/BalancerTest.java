package carte.gateway.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BalancerTest {

    private static final EjectionRule RULE = EjectionRule.USUAL;

    private final List<String> reports = new ArrayList<>();
    private long now;

    @Test
    void asksTheOneWithFewerCallsUnderWay() {
        Balancer balancer = balancer(2);
        // One that never answers soon has most calls under way, and gets no more of them.
        Map<URI, Integer> asked = new HashMap<>();
        Turn stuck = balancer.begin(false, null);
        for (int i = 0; i < 100; i++) {
            Turn turn = balancer.begin(false, null);
            asked.merge(turn.address(), 1, Integer::sum);
            turn.end(Outcome.GOOD);
        }
        assertThat(asked).doesNotContainKey(stuck.address());
    }

    @Test
    void spreadsCallsOverAll() {
        Balancer balancer = balancer(3);
        Map<URI, Integer> asked = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            Turn turn = balancer.begin(false, null);
            asked.merge(turn.address(), 1, Integer::sum);
            turn.end(Outcome.GOOD);
        }
        assertThat(asked.values()).hasSize(3).allMatch(times -> times > 800 && times < 1_200);
    }

    @Test
    void asksAnotherOneAfterAFailureWhereThereIsOne() {
        Balancer two = balancer(2);
        assertThat(IntStream.range(0, 50).mapToObj(_ -> end(two.begin(false, uri(0)))))
                .containsOnly(uri(1));
        Balancer one = balancer(1);
        assertThat(one.begin(false, uri(0)).address()).isEqualTo(uri(0));
    }

    @Test
    void leavesOutOneThatFailsAgainAndAgain() {
        Balancer balancer = balancer(2);
        fail(balancer, 0, RULE.failures() - 1);
        assertThat(balancer.usable()).isEqualTo(2);
        fail(balancer, 0, 1);
        assertThat(balancer.usable()).isEqualTo(1);
        assertThat(asked(balancer, 50)).containsOnly(uri(1));
        assertThat(reports).hasSize(1).first().asString().startsWith("left " + uri(0));
    }

    @Test
    void forgivesFailuresBetweenGoodAnswers() {
        Balancer balancer = balancer(2);
        for (int i = 0; i < 20; i++) {
            fail(balancer, 0, RULE.failures() - 1);
            turn(balancer, 0).end(Outcome.GOOD);
        }
        assertThat(balancer.usable()).isEqualTo(2);
    }

    @Test
    void leavesOutOneThatIsSlowerThanTheOtherAgainAndAgain() {
        Balancer balancer = balancer(2);
        for (int i = 0; i < RULE.failures(); i++) {
            turn(balancer, 0).end(Outcome.SLOW);
        }
        assertThat(asked(balancer, 50)).containsOnly(uri(1));
    }

    @Test
    void neverLeavesOutMoreThanHalf() {
        Balancer balancer = balancer(5);
        for (int instance = 0; instance < 5; instance++) {
            fail(balancer, instance, 3 * RULE.failures());
        }
        assertThat(balancer.usable()).isEqualTo(3);
        Balancer single = balancer(1);
        fail(single, 0, 100);
        assertThat(single.usable()).isEqualTo(1);
    }

    @Test
    void leavesOutNobodyWhereAllFail() {
        Balancer balancer = balancer(2);
        for (int i = 0; i < 20; i++) {
            turn(balancer, i % 2).end(Outcome.FAILED);
        }
        assertThat(balancer.usable()).isEqualTo(2);
    }

    @Test
    void tellsByOneProbeWhetherItIsWellAgain() {
        Balancer balancer = balancer(2);
        fail(balancer, 0, RULE.failures());
        advance(RULE.shortest().multipliedBy(2));

        assertThat(asked(balancer, 50)).as("of what must not fail").containsOnly(uri(1));
        Turn probe = balancer.begin(true, null);
        assertThat(probe.address()).isEqualTo(uri(0));
        assertThat(balancer.begin(true, null).address()).isEqualTo(uri(1));

        probe.end(Outcome.GOOD);
        assertThat(balancer.usable()).isEqualTo(2);
        assertThat(reports).last().isEqualTo("back " + uri(0));
    }

    @Test
    void waitsTwiceAsLongAfterEachProbeThatFails() {
        Balancer balancer = balancer(2);
        fail(balancer, 0, RULE.failures());
        for (Duration least = RULE.shortest(); least
                .compareTo(Duration.ofMinutes(1)) < 0; least = least.multipliedBy(2)) {
            Duration time = least.compareTo(RULE.longest()) < 0 ? least : RULE.longest();
            advance(time.multipliedBy(8).dividedBy(10));
            assertThat(end(balancer.begin(true, null))).as("before %s", time).isEqualTo(uri(1));
            advance(time.multipliedBy(4).dividedBy(10));
            Turn probe = balancer.begin(true, null);
            assertThat(probe.address()).as("after %s", time).isEqualTo(uri(0));
            probe.end(Outcome.FAILED);
        }
    }

    @Test
    void lookedAfterByOneProbeOnlyEvenIfWhoAskedHasGone() {
        Balancer balancer = balancer(2);
        fail(balancer, 0, RULE.failures());
        advance(RULE.shortest().multipliedBy(2));
        balancer.begin(true, null).end(Outcome.UNKNOWN);
        assertThat(balancer.begin(true, null).address()).isEqualTo(uri(0));
    }

    @Test
    void isNotMisledByWhatWasSentBeforeItFailed() {
        Balancer balancer = balancer(2);
        Turn early = turn(balancer, 0);
        Turn other = turn(balancer, 1);
        now++;
        fail(balancer, 0, RULE.failures());
        other.end(Outcome.GOOD);
        early.end(Outcome.GOOD);
        assertThat(balancer.usable()).isEqualTo(1);
    }

    @Test
    void asksNobodyWhoIsNotReadyAndAsksThemAgainAtOnce() {
        Balancer balancer = balancer(2);
        balancer.checked(uri(0), Health.OUT);
        assertThat(asked(balancer, 50)).containsOnly(uri(1));
        balancer.checked(uri(0), Health.UP);
        balancer.checked(uri(1), Health.SILENT);
        assertThat(asked(balancer, 50)).containsOnly(uri(0));
        assertThat(reports).hasSize(3);
    }

    @Test
    void asksAllWhereNobodyIsReady() {
        Balancer balancer = balancer(2);
        balancer.checked(uri(0), Health.OUT);
        balancer.checked(uri(1), Health.SILENT);
        assertThat(asked(balancer, 50)).contains(uri(0), uri(1));
    }

    @Test
    void takesOneThatIsReadyAgainForAnotherProcess() {
        Balancer balancer = balancer(2);
        fail(balancer, 0, RULE.failures());
        balancer.checked(uri(0), Health.SILENT);
        balancer.checked(uri(0), Health.UP);
        assertThat(balancer.usable()).isEqualTo(2);
    }

    private Balancer balancer(int size) {
        return new Balancer(IntStream.range(0, size).mapToObj(BalancerTest::uri).toList(), RULE,
                () -> now, new Random(7), new BalanceReport() {
                    @Override
                    public void left(URI instance, String why) {
                        reports.add("left " + instance + ": " + why);
                    }

                    @Override
                    public void back(URI instance) {
                        reports.add("back " + instance);
                    }
                });
    }

    private void advance(Duration time) {
        now += time.toNanos();
    }

    private static URI uri(int number) {
        return URI.create("http://menu-" + number + ":8081");
    }

    /** Begins calls until one is for that instance; the others say nothing. */
    private static Turn turn(Balancer balancer, int instance) {
        Turn turn = balancer.begin(false, null);
        while (!turn.address().equals(uri(instance))) {
            turn.end(Outcome.UNKNOWN);
            turn = balancer.begin(false, null);
        }
        return turn;
    }

    private static void fail(Balancer balancer, int instance, int times) {
        for (int i = 0; i < times; i++) {
            Turn turn = turnOrNull(balancer, instance);
            if (turn != null) {
                turn.end(Outcome.FAILED);
            }
        }
    }

    private static @Nullable Turn turnOrNull(Balancer balancer, int instance) {
        for (int i = 0; i < 200; i++) {
            Turn turn = balancer.begin(false, null);
            if (turn.address().equals(uri(instance))) {
                return turn;
            }
            turn.end(Outcome.UNKNOWN);
        }
        return null;
    }

    private static URI end(Turn turn) {
        turn.end(Outcome.UNKNOWN);
        return turn.address();
    }

    private static List<URI> asked(Balancer balancer, int times) {
        return IntStream.range(0, times).mapToObj(_ -> end(balancer.begin(false, null))).toList();
    }
}
