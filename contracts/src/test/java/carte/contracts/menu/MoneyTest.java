package carte.contracts.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Money JOLLOF = new Money(250_000, "NGN");

    @Test
    void addsAmounts() {
        assertThat(JOLLOF.plus(new Money(80_000, "NGN"))).isEqualTo(new Money(330_000, "NGN"));
    }

    @Test
    void multiplies() {
        assertThat(JOLLOF.times(3)).isEqualTo(new Money(750_000, "NGN"));
    }

    @Test
    void doesNotAddCurrencies() {
        assertThatThrownBy(() -> JOLLOF.plus(new Money(1, "KES")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("NGN", "KES");
    }

    @Test
    void doesNotOverflow() {
        Money fortune = new Money(Long.MAX_VALUE, "NGN");
        assertThatThrownBy(() -> fortune.plus(JOLLOF)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> fortune.times(2)).isInstanceOf(ArithmeticException.class);
    }
}
