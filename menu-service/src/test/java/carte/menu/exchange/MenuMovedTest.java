package carte.menu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.MenuVersion;
import carte.kit.problem.ProblemException;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class MenuMovedTest {

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void theFileIsReadAgainUntilItFits() {
        assertThat(writing(3).block()).isEqualTo(new MenuVersion(3));
        assertThat(tries).hasValue(3);
    }

    @Test
    void aMenuThatNeverRestsIsUnavailable() {
        ProblemException problem = (ProblemException) Assertions.catchThrowable(
                () -> writing(Long.MAX_VALUE).block());

        assertThat(problem.problem().status()).isEqualTo(503);
        assertThat(problem.retryAfter()).isNotNull();
        assertThat(tries).hasValue(6);
    }

    @Test
    void refusalsAreNotTriedAgain() {
        Mono<MenuVersion> refused = Mono.<MenuVersion>error(() -> {
            tries.incrementAndGet();
            return new IllegalStateException("refused");
        }).retryWhen(MenuMoved.RETRY);

        Assertions.assertThatIllegalStateException().isThrownBy(refused::block);
        assertThat(tries).hasValue(1);
    }

    private Mono<MenuVersion> writing(long newest) {
        return Mono.fromCallable(() -> {
            MenuVersion read = new MenuVersion(tries.incrementAndGet());
            MenuMoved.check(read, new MenuVersion(newest));
            return read;
        }).retryWhen(MenuMoved.RETRY);
    }
}
