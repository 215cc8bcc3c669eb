package carte.menu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BulkheadTest {

    private static final Mono<String> JOLLOF = Mono.just("jollof");

    private final Bulkhead bulkhead = new Bulkhead("west", 1);

    @Test
    void refusesAtOnceWhoeverIsOneTooMany() {
        Bulkhead two = new Bulkhead("west", 2);
        two.admit(Mono.never()).subscribe();
        two.admit(Mono.never()).subscribe();
        AtomicBoolean begun = new AtomicBoolean();

        StepVerifier.create(two.admit(JOLLOF.doOnSubscribe(_ -> begun.set(true))))
                .verifyErrorSatisfies(BulkheadTest::assertRefused);
        assertThat(begun).isFalse();
    }

    @Test
    void whoeverHearsTheAnswerFindsThePlaceFree() {
        StepVerifier.create(bulkhead.admit(JOLLOF).flatMap(_ -> bulkhead.admit(JOLLOF)))
                .expectNext("jollof")
                .verifyComplete();
    }

    @Test
    void whoeverHearsOfAnEmptyAnswerFindsThePlaceFree() {
        StepVerifier.create(bulkhead.admit(Mono.<String>empty())
                .switchIfEmpty(bulkhead.admit(JOLLOF)))
                .expectNext("jollof")
                .verifyComplete();
    }

    @Test
    void whoeverHearsOfAFailureFindsThePlaceFree() {
        StepVerifier.create(bulkhead.admit(Mono.<String>error(new IllegalStateException("away")))
                .onErrorResume(_ -> bulkhead.admit(JOLLOF)))
                .expectNext("jollof")
                .verifyComplete();
    }

    @Test
    void whoeverLeavesGivesThePlaceBack() {
        bulkhead.admit(Mono.never()).subscribe().dispose();

        assertOnePlaceIsFree();
    }

    @Test
    void aPlaceIsGivenBackOnceHoweverALoadEnds() {
        bulkhead.admit(JOLLOF).subscribe();
        bulkhead.admit(Mono.empty()).subscribe();
        bulkhead.admit(Mono.error(new IllegalStateException("away"))).subscribe(_ -> {}, _ -> {});
        Disposable leaving = bulkhead.admit(Mono.never()).subscribe();
        leaving.dispose();
        leaving.dispose();

        assertOnePlaceIsFree();
    }

    @Test
    void whoeverLeavesWithTheAnswerGivesThePlaceBackOnce() {
        StepVerifier.create(bulkhead.admit(JOLLOF), 1)
                .expectNext("jollof")
                .thenCancel()
                .verify();

        assertOnePlaceIsFree();
    }

    @Test
    void whoeverWasRefusedHasNoPlaceToGiveBack() {
        Disposable load = bulkhead.admit(Mono.never()).subscribe();
        bulkhead.admit(JOLLOF).subscribe(_ -> {}, _ -> {});

        StepVerifier.create(bulkhead.admit(JOLLOF))
                .verifyErrorSatisfies(BulkheadTest::assertRefused);
        load.dispose();
        assertOnePlaceIsFree();
    }

    private void assertOnePlaceIsFree() {
        StepVerifier.create(bulkhead.admit(JOLLOF)).expectNext("jollof").verifyComplete();
        Disposable taken = bulkhead.admit(Mono.never()).subscribe();
        StepVerifier.create(bulkhead.admit(JOLLOF))
                .verifyErrorSatisfies(BulkheadTest::assertRefused);
        taken.dispose();
    }

    private static void assertRefused(Throwable error) {
        assertThat(error).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().kind()).isEqualTo(ProblemType.UNAVAILABLE);
            assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
            assertThat(refused).hasMessageContaining("west");
        });
    }
}
