package carte.gateway.shed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

class PlacesTest {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    @RegisterExtension
    private final VirtualTime time = new VirtualTime();

    private final AtomicInteger refused = new AtomicInteger();
    private final Places places = places(2, 3);

    @Test
    void givesPlacesInTurn() {
        Job first = new Job(places);
        Job second = new Job(places);
        Job third = new Job(places);
        Job fourth = new Job(places);
        assertThat(List.of(first.begun, second.begun, third.begun)).containsExactly(true, true,
                false);

        first.answer.tryEmitNext("answer");
        assertThat(third.begun).isTrue();
        assertThat(fourth.begun).isFalse();
        second.answer.tryEmitError(new IllegalStateException("away"));
        assertThat(fourth.begun).isTrue();
    }

    @Test
    void refusesWhoWouldWaitTooLong() {
        List.of(new Job(places), new Job(places));
        Job late = new Job(places);
        time.advanceTimeBy(PATIENCE.minusMillis(1));
        assertThat(late.error).isEmpty();
        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(late.error).singleElement().isInstanceOf(Shed.class);
        assertThat(late.begun).isFalse();
        assertThat(refused).hasValue(1);
    }

    @Test
    void refusesAtOnceWhereTooManyWait() {
        List<Job> jobs = jobs(6);
        assertThat(jobs.getLast().error).singleElement().isInstanceOf(Shed.class);
        assertThat(jobs.get(4).error).isEmpty();
    }

    @Test
    void takesNoPlaceForWhoHasGone() {
        List<Job> jobs = jobs(4);
        jobs.get(2).subscription.dispose();
        jobs.getFirst().subscription.dispose();
        assertThat(jobs.get(2).begun).isFalse();
        assertThat(jobs.get(3).begun).isTrue();
    }

    @Test
    void servesAtOnceWhenABurstIsOver() {
        List<Job> jobs = jobs(5);
        time.advanceTimeBy(PATIENCE);
        jobs.subList(0, 2).forEach(job -> job.answer.tryEmitNext("answer"));
        assertThat(jobs(2)).allMatch(job -> job.begun);
    }

    @Test
    void givesFewerPlacesWhileAQueueIsStanding() {
        Places eight = places(8, 100);
        List<Job> jobs = jobs(eight, 9);
        assertThat(eight.isOverrun()).isFalse();
        for (int i = 0; i < 5; i++) {
            time.advanceTimeBy(PATIENCE.dividedBy(2));
            jobs.addAll(jobs(eight, 1));
        }
        assertThat(eight.isOverrun()).isTrue();

        jobs.subList(0, 7).forEach(job -> job.answer.tryEmitNext("answer"));
        assertThat(jobs.getLast().begun).isFalse();
        jobs.get(7).answer.tryEmitNext("answer");
        assertThat(jobs.getLast().begun).isTrue();
        assertThat(eight.isOverrun()).isTrue();

        jobs.forEach(job -> job.answer.tryEmitNext("answer"));
        assertThat(eight.isOverrun()).isFalse();
        time.advanceTimeBy(PATIENCE.multipliedBy(6));
        assertThat(jobs(eight, 9)).extracting(job -> job.begun)
                .containsExactly(true, true, true, true, true, true, true, true, false);
    }

    @Test
    void isNotOverrunWhereNobodyWaits() {
        jobs(2);
        time.advanceTimeBy(PATIENCE.multipliedBy(10));
        assertThat(places.isOverrun()).isFalse();
    }

    @Test
    void staysOverrunWhereAllAreRefusedAhead() {
        Places eight = places(8, 100);
        List<Job> jobs = jobs(eight, 9);
        for (int i = 0; i < 5; i++) {
            time.advanceTimeBy(PATIENCE.dividedBy(2));
            jobs.addAll(jobs(eight, 1));
        }
        for (int i = 0; i < 100; i++) {
            time.advanceTimeBy(PATIENCE.dividedBy(10));
            assertThat(eight.isOverrun()).isTrue();
            eight.refusedAhead();
        }
        jobs.forEach(job -> job.answer.tryEmitNext("answer"));
        assertThat(eight.isOverrun()).isFalse();
    }

    @Test
    void tellsOfWhomItDidNotSee() {
        places.refusedAhead();
        assertThat(refused).hasValue(1);
    }

    @Test
    void letsAllFailWhoFailAtOnce() {
        Places one = places(1, 4096);
        Sinks.Many<String> first = Sinks.many().unicast().onBackpressureBuffer();
        one.within(first.asFlux()).subscribe();
        List<Throwable> errors = new ArrayList<>();
        for (int i = 0; i < 4096; i++) {
            one.within(Flux.error(new IllegalStateException("away")))
                    .subscribe(_ -> {}, errors::add);
        }

        first.tryEmitNext("answer");

        assertThat(errors).hasSize(4096)
                .allMatch(error -> error instanceof IllegalStateException);
    }

    @Test
    void goesOnWhereSomebodyTakesTheWholeMachineDown() {
        List<Job> jobs = jobs(2);
        places.within(Flux.defer(() -> {
            throw new OutOfMemoryError("no room");
        })).subscribe();
        Job next = new Job(places);
        assertThatThrownBy(() -> jobs.getFirst().answer.tryEmitNext("answer"))
                .hasMessageContaining("no room");

        jobs.getLast().answer.tryEmitNext("answer");

        assertThat(next.begun).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2", "2, 2, 2", "3, 2, 2", "4, 2, 2", "5, 32, 8", "6, 32, 8", "7, 32, 8",
            "8, 32, 8"})
    void losesNoPlaceWhateverHappens(long seed, int count, int atFirst) {
        Random random = new Random(seed);
        Places tried = places(count, 100);
        List<Job> jobs = new ArrayList<>(jobs(tried, 1));
        for (int i = 0; i < 2_000; i++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> jobs.addAll(jobs(tried, 1 + random.nextInt(count)));
                case 2 -> time.advanceTimeBy(Duration.ofMillis(random.nextInt(60)));
                case 3 -> pick(jobs, random).subscription.dispose();
                default -> pick(jobs, random).answer.tryEmitNext("answer");
            }
            assertThat(jobs.stream().filter(Job::isUnderWay).count())
                    .isLessThanOrEqualTo(count);
        }
        jobs.forEach(job -> job.subscription.dispose());
        time.advanceTimeBy(Duration.ofSeconds(11));
        assertThat(jobs(tried, atFirst)).allMatch(job -> job.begun);
    }

    private static Job pick(List<Job> jobs, Random random) {
        return jobs.get(random.nextInt(jobs.size()));
    }

    private List<Job> jobs(int count) {
        return jobs(places, count);
    }

    private List<Job> jobs(Places where, int count) {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add(new Job(where));
        }
        return jobs;
    }

    private Places places(int count, int waiting) {
        return new Places(count, waiting, PATIENCE,
                time::nanos,
                refused::incrementAndGet);
    }

    /** Something that begins when it has a place, and answers when it is told to. */
    private static final class Job {

        private final Sinks.Many<String> answer = Sinks.many().unicast().onBackpressureBuffer();
        private final List<Throwable> error = new ArrayList<>();
        private boolean begun;
        private boolean ended;
        private final Disposable subscription;

        Job(Places where) {
            subscription = where.within(Flux.defer(() -> {
                begun = true;
                return answer.asFlux();
            })).doFinally(_ -> ended = true).subscribe(_ -> ended = true, error::add);
        }

        boolean isUnderWay() {
            return begun && !ended;
        }
    }
}
