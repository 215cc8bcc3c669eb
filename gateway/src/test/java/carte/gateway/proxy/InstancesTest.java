package carte.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstancesTest {

    private static final URI FIRST = URI.create("http://menu-1:8081");
    private static final URI SECOND = URI.create("http://menu-2:8081");
    private static final URI THIRD = URI.create("http://menu-3:8081");

    @Test
    void areTakenInTurn() {
        Instances instances = new Instances(List.of(FIRST, SECOND, THIRD));
        assertThat(Stream.generate(instances::next).limit(4))
                .containsExactly(FIRST, SECOND, THIRD, FIRST);
    }

    @Test
    void offerAnotherOneAfterAFailure() {
        Instances instances = new Instances(List.of(FIRST, SECOND));
        assertThat(instances.after(FIRST)).isEqualTo(SECOND);
        assertThat(instances.after(SECOND)).isEqualTo(FIRST);
    }

    @Test
    void offerTheSameOneAgainWhereThereIsNoOther() {
        assertThat(new Instances(List.of(FIRST)).after(FIRST)).isEqualTo(FIRST);
    }
}
