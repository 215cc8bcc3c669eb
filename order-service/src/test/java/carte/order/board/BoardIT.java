package carte.order.board;

import static org.assertj.core.api.Assertions.assertThat;

import carte.kit.security.TestIssuer;
import carte.order.RunningOrderService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What a restaurant's people see of its orders at the real service. */
class BoardIT extends RunningOrderService {

    record Page(List<Map<String, Object>> items, @Nullable String next) {

        List<Object> ids() {
            return items.stream().map(item -> item.get("id")).toList();
        }
    }

    @Test
    void showsTheNewestFirstPageByPage() {
        List<String> placed = new ArrayList<>(IntStream.range(0, 5)
                .mapToObj(_ -> place().id()).toList().reversed());

        List<Object> seen = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 3; page++) {
            Page found = board("limit=2&cursor=" + cursor);
            seen.addAll(found.ids());
            assertThat(found.next() == null).isEqualTo(page == 2);
            cursor = String.valueOf(found.next());
            // What is placed meanwhile stands ahead of where the reader is.
            place();
        }

        assertThat(seen).containsExactlyElementsOf(placed);
        assertThat(board("").ids()).hasSize(8);
    }

    @Test
    void showsOrdersAsTheirCustomersSeeThemWithoutTheirTokens() {
        Placed order = place();

        assertThat(board("").items()).singleElement().satisfies(item -> assertThat(item)
                .containsEntry("id", order.id())
                .containsEntry("state", "PLACED")
                .containsEntry("placedAt", order.placedAt())
                .containsKeys("lines", "total", "revision", "changedAt")
                .doesNotContainKeys("accessToken", "stars"));
    }

    @Test
    void showsThoseInTheStatesThatAreAskedFor() {
        Placed rejected = place();
        moved(rejected, "REJECTED");
        Placed accepted = place();
        moved(accepted, "ACCEPTED");
        Placed waiting = place();

        assertThat(board("open=true").ids()).containsExactly(waiting.id(), accepted.id());
        assertThat(board("state=REJECTED,ACCEPTED").ids())
                .containsExactly(accepted.id(), rejected.id());
        assertThat(board("state=REJECTED&open=true").ids()).isEmpty();
        assertThat(board("state=PLACED").ids()).containsExactly(waiting.id());
    }

    @Test
    void isTheRestaurantsOwn() {
        problem(list("", ""), 401, "unauthorized");
        problem(list("", place().bearer()), 401, "unauthorized");
        problem(list("", peoplesBearer("NG-suya-spot")), 403, "forbidden");
    }

    @Test
    void aRestaurantThatIsNotKnownIsNotFound() {
        String operator = "Bearer " + TestIssuer.shared().signer().operator();
        assertThat(board("")).isEqualTo(new Page(List.of(), null));

        for (String id : List.of("NG-nobody-here", "lagos")) {
            problem(client(operator).get().uri("/api/v1/restaurants/" + id + "/orders").exchange(),
                    404, "restaurant-not-found");
        }
    }

    @Test
    void aQueryThatCannotBeReadIsMalformed() {
        for (String query : List.of("state=EATEN", "open=maybe", "limit=0", "cursor=x",
                "state=PLACED&state=READY")) {
            problem(list(query, peoplesBearer(kitchen.value())), 400, "malformed-request");
        }
    }

    private Page board(String query) {
        return Objects.requireNonNull(list(query, peoplesBearer(kitchen.value()))
                .expectStatus().isOk()
                .expectHeader().valueEquals("Cache-Control", "no-store")
                .expectBody(Page.class).returnResult().getResponseBody());
    }

    private ResponseSpec list(String query, String bearer) {
        return client(bearer).get()
                .uri("/api/v1/restaurants/" + kitchen + "/orders?" + query).exchange();
    }
}
