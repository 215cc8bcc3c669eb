package carte.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.balance.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** An answer here is a status, of which 503 is a poor one. */
class RaceTest {

    private final Sinks.Many<Integer> first = Sinks.many().unicast().onBackpressureBuffer();
    private final Sinks.Many<Integer> second = Sinks.many().unicast().onBackpressureBuffer();
    private final Sinks.One<String> due = Sinks.one();
    private final List<Integer> dropped = new ArrayList<>();
    private final List<Integer> taken = new ArrayList<>();
    private final List<Throwable> failed = new ArrayList<>();
    private @Nullable Supplier<Outcome> ofFirst;

    @Test
    void theFirstToBeginIsTaken() {
        run();
        due.tryEmitValue("now");
        second.tryEmitNext(200);
        assertThat(taken).containsExactly(200);
        assertThat(Objects.requireNonNull(ofFirst).get()).isEqualTo(Outcome.SLOW);
    }

    @Test
    void aPoorAnswerOfTheSecondDoesNotWinOverAFirstThatIsSlow() {
        run();
        due.tryEmitValue("now");
        second.tryEmitNext(503);
        assertThat(taken).isEmpty();
        assertThat(dropped).containsExactly(503);

        first.tryEmitNext(200);
        assertThat(taken).containsExactly(200);
        assertThat(Objects.requireNonNull(ofFirst).get()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aPoorAnswerIsTakenWhereNobodyIsLeft() {
        run();
        due.tryEmitValue("now");
        first.tryEmitError(new IllegalStateException("away"));
        assertThat(failed).isEmpty();
        second.tryEmitNext(503);
        assertThat(taken).containsExactly(503);
        assertThat(dropped).isEmpty();
    }

    @Test
    void nobodyIsAskedAfterAnAnswerThatNobodyElseWasAskedFor() {
        run();
        first.tryEmitNext(503);
        due.tryEmitValue("now");
        assertThat(taken).containsExactly(503);
        assertThat(second.currentSubscriberCount()).isZero();
    }

    @Test
    void failsWhenBothHave() {
        run();
        due.tryEmitValue("now");
        second.tryEmitNext(503);
        first.tryEmitError(new IllegalStateException("away"));
        assertThat(failed).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(taken).isEmpty();
    }

    private void run() {
        Race<Integer> race = new Race<>(status -> status == 503, dropped::add);
        race.run(outcome -> {
            ofFirst = outcome;
            return first.asFlux();
        }, Mono.from(due.asMono()), second::asFlux).subscribe(taken::add, failed::add);
    }
}
