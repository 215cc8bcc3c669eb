package carte.gateway.edge;

import static carte.gateway.edge.CacheUnderTest.at;
import static carte.gateway.edge.MenuServiceByHand.menu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.http.CarteHeaders;
import carte.contracts.menu.RestaurantId;
import carte.gateway.proxy.WholeAnswer;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MenuLoadsTest {

    private final ReadsUnderTest asked = ReadsUnderTest.pausingLong();
    private final MenuServiceByHand service = asked.service;
    private final RestaurantId id = asked.id;

    @Test
    void whatWasFrozenForTooLongIsLoadedAnew() {
        CompletableFuture<EdgeAnswer> reader = asked.read();
        WholeAnswer frozen = menu(id, 7, at(20));
        asked.time.advance(Duration.ofSeconds(3));
        service.answers(() -> menu(id, 8, at(22)));
        service.answer(frozen);

        assertThat(ReadsUnderTest.text(reader)).startsWith("8 as of 22.0: ");
        assertThat(service.loads()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"18.1, 1, true", "18.099, 3, false"})
    void whatIsTooOldEachTimeIsNotServed(double asOf, int loads, boolean served) {
        service.answers(() -> menu(id, 7, at(asOf)));
        CompletableFuture<EdgeAnswer> reader = asked.read();
        assertThat(service.loads()).isEqualTo(loads);
        if (served) {
            assertThat(ReadsUnderTest.text(reader)).startsWith("7 as of 18.1: ");
        } else {
            assertUnavailable(reader, "arrives too late");
        }
    }

    @Test
    void theThirdLoadMayBeTheOneThatIsServed() {
        Queue<WholeAnswer> answers = new ArrayDeque<>(List.of(
                menu(id, 7, at(17)), menu(id, 7, at(18)), menu(id, 7, at(19))));
        service.answers(answers::remove);
        assertThat(asked.answer()).startsWith("7 as of 19.0: ");
    }

    @Test
    void whatTheMenuServiceLabelsIsServedWithItsAge() {
        service.answers(() -> MenuServiceByHand.stale(id, 7, at(10), 10));
        assertThat(asked.answer()).isEqualTo("7 as of 10.0: "
                + "carte-redis; hit; stale; ttl=-10, carte-edge; fwd=miss, age 10");
    }

    @Test
    void plainBodiesAreTaken() {
        byte[] plain = CacheUnderTest.json(id, 7).utf8();
        service.answers(() -> new WholeAnswer(200, menu(id, 7, at(20),
                headers -> headers.remove(HttpHeaderNames.CONTENT_ENCODING)).headers(), plain));
        assertThat(asked.answer()).startsWith("7 as of 20.0: ");
        assertThat(asked.gateway.cache.find(id.value())).extracting(menu -> menu.form().body(false))
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            CarteHeaders.MENU_VERSION, CarteHeaders.AS_OF, CarteHeaders.SHARD})
    void anAnswerThatDoesNotSayAllIsPassedOnAndNotKept(String header) {
        service.answers(() -> menu(id, 7, at(20), headers -> headers.remove(header)));
        assertThat(asked.answer()).isEqualTo("status 200");
        assertThat(asked.gateway.kept(id)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
            CarteHeaders.MENU_VERSION + ", seven", CarteHeaders.MENU_VERSION + ", -7",
            CarteHeaders.AS_OF + ", yesterday"})
    void aHeaderThatCannotBeReadIsAProblem(String header, String value) {
        service.answers(() -> menu(id, 7, at(20), headers -> headers.set(header, value)));
        assertUnavailable(asked.read(), "cannot be read");
    }

    @Test
    void aBodyThatCannotBeReadIsAProblem() {
        WholeAnswer good = menu(id, 7, at(20));
        byte[] brokenOff = new byte[20];
        System.arraycopy(good.body(), 0, brokenOff, 0, brokenOff.length);
        for (byte[] body : List.of(brokenOff, new byte[]{1, 2, 3}, new byte[0])) {
            service.answers(() -> new WholeAnswer(
                    200, new DefaultHttpHeaders().set(good.headers()), body));
            assertUnavailable(asked.read(), "cannot be read");
        }
    }

    @Test
    void isAWaitOnlyForWhoAsksForMoreThanIsKnown() {
        service.answers(() -> menu(id, 7, at(20)));
        assertThat(asked.answer()).startsWith("7 as of 20.0");
        asked.time.advance(Duration.ofSeconds(3));
        service.answers(() -> menu(id, 7, at(23)));

        assertThat(asked.answer()).startsWith("7 as of 23.0");
        assertThat(service.lastTarget()).endsWith("?min_version=7");
        assertThat(service.waitingReads()).isZero();

        service.answers(() -> menu(id, 8, at(23)));
        assertThat(ReadsUnderTest.text(asked.read(8))).startsWith("8 as of 23.0");
        assertThat(service.lastTarget()).endsWith("?min_version=8");
        assertThat(service.waitingReads()).isEqualTo(1);
    }

    private static void assertUnavailable(CompletableFuture<EdgeAnswer> answer, String why) {
        assertThatThrownBy(answer::join).hasMessageContaining(why)
                .cause().asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> {
                    assertThat(problem.problem().kind()).isEqualTo(ProblemType.UNAVAILABLE);
                    assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(1));
                });
    }
}
