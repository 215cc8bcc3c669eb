package carte.gateway.site.console.orders;

import static carte.gateway.site.console.MamaPut.menu;
import static carte.gateway.site.console.MamaPut.restaurant;
import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.site.console.MamaPut;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BoardViewTest {

    @Test
    void showsTheOldestFirstInTheColumnOfItsState() {
        BoardView board = board(1);

        assertThat(board.columns()).extracting(BoardView.Column::state)
                .containsExactly("PLACED", "ACCEPTED", "PREPARING", "READY");
        assertThat(board.columns().getFirst().cards()).extracting(BoardView.Card::number)
                .containsExactly("0001", "0002");
    }

    @Test
    void namesWhatWasOrderedAndWhatMayFollow() {
        BoardView.Card card = board(1).columns().getFirst().cards().getFirst();

        assertThat(card.lines()).hasSize(1);
        assertThat(card.lines().getFirst().name()).isEqualTo("Jollof rice");
        assertThat(card.lines().getFirst().options()).containsExactly("2 × Chicken");
        assertThat(card.ways()).extracting(BoardView.Way::to)
                .containsExactly("ACCEPTED", "REJECTED");
        assertThat(card.at()).contains("6:10");
    }

    @Test
    void hasAnotherDigestWhenAnOrderMovesOn() {
        assertThat(board(1).digest()).isEqualTo(board(1).digest())
                .isNotEqualTo(board(2).digest());
    }

    private static BoardView board(int revision) {
        List<JsonNode> pages = List.of(page(order("0002", "2026-11-23T17:20:11.123Z", 1)),
                page(order("0001", "2026-11-23T17:10:11.123Z", revision)));
        return BoardView.of(OpenOrders.of(pages, false), menu(), restaurant(), "/orders",
                Locale.ENGLISH);
    }

    private static JsonNode page(String order) {
        return MamaPut.json("{\"items\": [" + order + "]}");
    }

    private static String order(String number, String placedAt, int revision) {
        return """
                {"id": "0198f1c2-7d1e-7b3a-9c52-3f5b6a7c%s", "fulfilment": "DELIVERY",
                 "lines": [{"itemId": "jollof", "quantity": 2, "options": [
                   {"groupId": "protein", "optionId": "chicken", "quantity": 2}]}],
                 "state": "PLACED", "total": {"amount": 700000, "currency": "NGN"},
                 "placedAt": "%s", "revision": %d}""".formatted(number, placedAt, revision);
    }
}
