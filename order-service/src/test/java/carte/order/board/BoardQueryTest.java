package carte.order.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.order.OrderState;
import carte.kit.http.QueryParameters;
import carte.kit.problem.ProblemException;
import carte.order.MamaPut;
import carte.order.book.OrderPosition;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class BoardQueryTest {

    @Test
    void asksForAllWhereNothingIsSaid() {
        BoardQuery query = query(Map.of());

        assertThat(query.states()).containsExactlyInAnyOrder(OrderState.values());
        assertThat(query.limit()).isEqualTo(20);
        assertThat(query.after()).isNull();
    }

    @Test
    void asksForStates() {
        assertThat(query(Map.of("state", "PLACED,DELIVERED")).states())
                .containsExactlyInAnyOrder(OrderState.PLACED, OrderState.DELIVERED);
        assertThat(query(Map.of("state", "PLACED,DELIVERED", "open", "true")).states())
                .containsExactly(OrderState.PLACED);
        assertThat(query(Map.of("open", "true")).states()).allMatch(OrderState::isOpen)
                .hasSize(4);
        assertThat(query(Map.of("open", "false")).states()).hasSize(7);
    }

    @Test
    void goesOnWhereAPageEnded() {
        OrderPosition end = new OrderPosition(
                MamaPut.NOON.plusNanos(123_456_000), UUID.randomUUID());

        assertThat(query(Map.of("cursor", BoardCursor.text(end))).after()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"state | placed", "state | PLACED;READY", "state | ,",
            "state | PLACED,", "open | yes", "open | TRUE", "limit | 0", "limit | 101",
            "cursor | ~", "cursor | MTp4", "cursor | MToxNzY6bm8"})
    void refusesWhatItCannotRead(String name, String value) {
        assertThatThrownBy(() -> query(Map.of(name, value)))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(name + ": expected");
    }

    private static BoardQuery query(Map<String, String> parameters) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        parameters.forEach(values::add);
        return BoardQuery.of(new QueryParameters(values));
    }
}
