package carte.order.book;

import static carte.order.MamaPut.MAMA_PUT;
import static carte.order.MamaPut.NOON;
import static carte.order.MamaPut.naira;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.MenuVersion;
import carte.order.access.AccessToken;
import carte.order.pricing.Fulfilment;
import carte.order.pricing.OrderRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderAnswerTest {

    private static final AccessToken TOKEN = new AccessToken("token");
    private static final Order ORDER = new Order(UUID.randomUUID(),
            new OrderRequest(MAMA_PUT, new MenuVersion(7), Fulfilment.PICKUP, List.of()),
            new MenuVersion(8), Progress.placed(NOON), naira(5), naira(0), NOON, TOKEN.hash());

    @Test
    void tellsTheTokenToWhoPlacedTheOrder() {
        assertThat(OrderAnswer.of(ORDER, TOKEN).accessToken()).isEqualTo("token");
    }

    @Test
    void tellsNoTokenThatWouldNotOpenTheOrder() {
        AccessToken ofAnotherSecret = new AccessToken("other");

        assertThat(OrderAnswer.of(ORDER, ofAnotherSecret).accessToken()).isNull();
    }

    @Test
    void leavesTheTokenOutForReaders() {
        assertThat(new String(OrderAnswer.of(ORDER).toJson(), StandardCharsets.UTF_8))
                .contains("\"state\":\"PLACED\"", "\"menuVersion\":7")
                .doesNotContain("accessToken", "token");
    }
}
