package carte.kit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class SingleFlightTest {

    private final List<Sinks.One<String>> loads = new ArrayList<>();
    private final SingleFlight<String, String> flight = new SingleFlight<>(_ -> {
        Sinks.One<String> load = Sinks.one();
        loads.add(load);
        return load.asMono();
    });

    @Test
    void allWhoAskMeanwhileShareOneLoad() {
        CompletableFuture<String> first = flight.get("jollof").toFuture();
        CompletableFuture<String> second = flight.get("jollof").toFuture();
        CompletableFuture<String> other = flight.get("suya").toFuture();

        loads.getFirst().tryEmitValue("rice").orThrow();

        assertThat(loads).hasSize(2);
        assertThat(first).isCompletedWithValue("rice");
        assertThat(second).isCompletedWithValue("rice");
        assertThat(other).isNotDone();
    }

    @Test
    void whoeverAsksAfterwardsLoadsAnew() {
        Mono<String> reader = flight.get("jollof");
        CompletableFuture<String> first = reader.toFuture();
        loads.getFirst().tryEmitValue("old").orThrow();
        CompletableFuture<String> second = reader.toFuture();
        loads.getLast().tryEmitValue("new").orThrow();

        assertThat(first).isCompletedWithValue("old");
        assertThat(second).isCompletedWithValue("new");
    }

    @Test
    void aFailureIsSharedAndNotKept() {
        CompletableFuture<String> first = flight.get("jollof").toFuture();
        loads.getFirst().tryEmitError(new IllegalStateException("away")).orThrow();
        CompletableFuture<String> second = flight.get("jollof").toFuture();
        loads.getLast().tryEmitValue("rice").orThrow();

        assertThatThrownBy(first::join).hasRootCauseMessage("away");
        assertThat(second).isCompletedWithValue("rice");
    }

    @Test
    void aReaderThatLeavesDoesNotTakeTheLoadAlong() {
        Disposable leaving = flight.get("jollof").subscribe();
        CompletableFuture<String> staying = flight.get("jollof").toFuture();

        leaving.dispose();
        loads.getFirst().tryEmitValue("rice").orThrow();

        assertThat(loads).hasSize(1);
        assertThat(staying).isCompletedWithValue("rice");
    }

    @Test
    void aLoadThatTakesLongIsNotJoined() {
        AtomicLong nanos = new AtomicLong(-5);
        SingleFlight<String, String> impatient = new SingleFlight<>(flight::get, 10, nanos::get);
        CompletableFuture<String> first = impatient.get("jollof").toFuture();
        nanos.addAndGet(10);
        CompletableFuture<String> joined = impatient.get("jollof").toFuture();
        loads.getFirst().tryEmitValue("rice").orThrow();
        assertThat(first).isCompletedWithValue("rice");
        assertThat(joined).isCompletedWithValue("rice");

        AtomicInteger begun = new AtomicInteger();
        SingleFlight<String, String> slow = new SingleFlight<>(_ -> {
            begun.incrementAndGet();
            return Mono.never();
        }, 10, nanos::get);
        slow.get("suya").subscribe();
        nanos.addAndGet(11);
        slow.get("suya").subscribe();
        assertThat(begun).hasValue(2);
    }
}
