package carte.order.live;

import static carte.order.MamaPut.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.order.OrderState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class OrderStreamTest {

    private static final Step PLACED = new Step(OrderState.PLACED, 1, NOON);
    private static final Step ACCEPTED = new Step(OrderState.ACCEPTED, 2, NOON.plusSeconds(60));
    private static final Step REJECTED = new Step(OrderState.REJECTED, 2, NOON.plusSeconds(60));
    private static final Step CANCELLED = new Step(OrderState.CANCELLED, 3, NOON.plusSeconds(90));

    @Test
    void tellsWhatTheOrderIsAndThenEachChange() {
        assertThat(told(PLACED, null, Flux.just(ACCEPTED))).containsExactly(
                "retry: 2000\n\n",
                """
                        event: order
                        id: 1
                        data: {"state":"PLACED","revision":1,"changedAt":"2026-11-23T12:00:00Z"}

                        """,
                """
                        event: order
                        id: 2
                        data: {"state":"ACCEPTED","revision":2,"changedAt":"2026-11-23T12:01:00Z"}

                        """);
    }

    @Test
    void tellsNothingTwiceAndNeverGoesBack() {
        assertThat(ids(ACCEPTED, null, Flux.just(PLACED, ACCEPTED, CANCELLED, ACCEPTED)))
                .containsExactly("2", "3");
    }

    @Test
    void endsBehindTheLastState() {
        assertThat(ids(PLACED, null, Flux.just(REJECTED).concatWith(Flux.never())))
                .containsExactly("1", "2");
        assertThat(ids(CANCELLED, "2", Flux.never())).containsExactly("3");
    }

    @Test
    void skipsWhatHasBeenSeen() {
        assertThat(ids(ACCEPTED, "1", Flux.just(CANCELLED))).containsExactly("2", "3");
        assertThat(ids(ACCEPTED, "2", Flux.just(CANCELLED))).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "0", "-1", "two", "99999999999999999999", ""})
    void doesNotBelieveWhatNobodyCanHaveSeen(String lastEventId) {
        assertThat(ids(ACCEPTED, lastEventId, Flux.empty())).containsExactly("2");
    }

    @Test
    void isOverWhereTheLastStateHasBeenSeen() {
        assertThat(new OrderStream(CANCELLED, "3").isOver()).isTrue();
        assertThat(new OrderStream(CANCELLED, "2").isOver()).isFalse();
        assertThat(new OrderStream(CANCELLED, null).isOver()).isFalse();
        assertThat(new OrderStream(ACCEPTED, "2").isOver()).isFalse();
    }

    @Test
    void heartbeatsStandBetweenChangesAndEndWithThem() {
        assertThat(new OrderStream(PLACED, "1")
                .texts(Flux.never(), Flux.just(":\n\n", ":\n\n")).take(3).collectList()
                .block(Duration.ofSeconds(30)))
                .containsExactly("retry: 2000\n\n", ":\n\n", ":\n\n");
        assertThat(new OrderStream(PLACED, "1")
                .texts(Flux.just(REJECTED), Flux.never()).collectList()
                .block(Duration.ofSeconds(30))).hasSize(2);
    }

    private static List<String> told(
            Step present, @Nullable String lastEventId, Flux<Step> changes) {
        return new OrderStream(present, lastEventId).texts(changes, Flux.never())
                .collectList().blockOptional(Duration.ofSeconds(30)).orElseThrow();
    }

    private static List<String> ids(
            Step present, @Nullable String lastEventId, Flux<Step> changes) {
        return told(present, lastEventId, changes).stream().skip(1)
                .map(text -> text.replaceAll("(?s).*id: (\\d+).*", "$1")).toList();
    }
}
