package carte.order.menuservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InstancesTest {

    private static final URI ONE = URI.create("http://one:8081");
    private static final URI TWO = URI.create("http://two:8081");
    private static final URI THREE = URI.create("http://three:8081");

    private final AtomicLong nanoTime = new AtomicLong();
    private final Instances instances = new Instances(List.of(ONE, TWO, THREE), nanoTime::get);

    @Test
    void areAskedInTurn() {
        assertThat(instances.inTurn()).containsExactly(ONE, TWO, THREE);
        assertThat(instances.inTurn()).containsExactly(TWO, THREE, ONE);
        assertThat(instances.inTurn()).containsExactly(THREE, ONE, TWO);
        assertThat(instances.inTurn()).containsExactly(ONE, TWO, THREE);
    }

    @Test
    void silentOneIsAskedLast() {
        instances.silent(ONE);

        assertThat(instances.inTurn()).containsExactly(TWO, THREE, ONE);
        assertThat(instances.inTurn()).containsExactly(TWO, THREE, ONE);
        assertThat(instances.inTurn()).containsExactly(THREE, TWO, ONE);
    }

    @Test
    void oneCallTriesItAgainAfterAWhile() {
        instances.silent(ONE);
        nanoTime.addAndGet(Instances.REST.toNanos());

        assertThat(instances.inTurn()).containsExactly(ONE, TWO, THREE);
        for (int i = 0; i < 6; i++) {
            assertThat(instances.inTurn()).endsWith(ONE);
        }
    }

    @Test
    void thatItAnswersEndsTheRest() {
        instances.silent(ONE);
        instances.answered(ONE);

        assertThat(instances.inTurn()).containsExactly(ONE, TWO, THREE);
    }

    @Test
    void silentOnesAreAskedWhereAllAreSilent() {
        List.of(ONE, TWO, THREE).forEach(instances::silent);

        assertThat(instances.inTurn()).containsExactly(ONE, TWO, THREE);
    }
}
