package carte.kit.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class CommandTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Test
    void returnsTheAnswer() {
        StepVerifier.create(Command.within(PATIENCE, Mono.just("PONG")))
                .expectNext("PONG").verifyComplete();
        StepVerifier.create(Command.within(PATIENCE, Mono.empty())).verifyComplete();
    }

    @Test
    void failsAsTheCommandFails() {
        StepVerifier.create(Command.within(PATIENCE, Mono.error(new IllegalStateException("away"))))
                .verifyErrorMessage("away");
    }

    @Test
    void passesOnWhatItsCallerIsKnownBy() {
        Mono<String> command = Mono.deferContextual(context -> Mono.just(context.get("trace")));
        StepVerifier.create(Command.within(PATIENCE, command)
                .contextWrite(context -> context.put("trace", "4bf9"))).expectNext("4bf9")
                .verifyComplete();
    }

    @Test
    void endsInTimeThoughTheCommandCannotBeCancelled() {
        Mono<String> command = Mono.from(subscriber -> subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {
                throw new IllegalStateException("it is being answered");
            }
        }));
        StepVerifier.withVirtualTime(() -> Command.within(PATIENCE, command))
                .expectSubscription().thenAwait(PATIENCE)
                .expectError(TimeoutException.class).verify(Duration.ofSeconds(10));
    }

    @Test
    void leavesTheCommandAloneWhenItGivesUp() {
        Sinks.One<String> answer = Sinks.one();
        StepVerifier.withVirtualTime(() -> Command.within(PATIENCE, answer.asMono()))
                .expectSubscription().thenAwait(PATIENCE)
                .expectError(TimeoutException.class).verify(Duration.ofSeconds(10));
        assertThat(answer.currentSubscriberCount()).isOne();
    }
}
