package carte.order.book;

import static carte.order.MamaPut.MAMA_PUT;
import static carte.order.MamaPut.naira;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.menu.MenuVersion;
import carte.order.pricing.ChosenOption;
import carte.order.pricing.Fulfilment;
import carte.order.pricing.OrderLine;
import carte.order.pricing.OrderRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final OrderLine JOLLOF = new OrderLine("jollof", 1, naira(350_000),
            List.of(new ChosenOption("protein", "chicken", 1)));
    private static final OrderLine ZOBO = new OrderLine("zobo", 1, naira(60_000), List.of());

    @Test
    void isTheSameForTheSameRequest() {
        assertThat(of(7, JOLLOF, ZOBO)).isEqualTo(of(7, JOLLOF, ZOBO));
    }

    @Test
    void differsWhereTheRequestDoes() {
        OrderLine withoutOptions = new OrderLine("jollof", 1, naira(350_000), List.of());

        assertThat(List.of(of(7, JOLLOF, ZOBO), of(8, JOLLOF, ZOBO), of(7, ZOBO, JOLLOF),
                of(7, JOLLOF), of(7, withoutOptions, ZOBO))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "Ä", "a\u007f", "a\nb"})
    void keysAreVisibleAscii(String value) {
        assertThatThrownBy(() -> new IdempotencyKey(value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysHaveAtMost255Characters() {
        assertThat(new IdempotencyKey("~".repeat(255)).value()).hasSize(255);
        assertThatThrownBy(() -> new IdempotencyKey("~".repeat(256)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Fingerprint of(long version, OrderLine... lines) {
        return Fingerprint.of(new OrderRequest(
                MAMA_PUT, new MenuVersion(version), Fulfilment.DELIVERY, List.of(lines)));
    }
}
