package carte.contracts.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Money JOLLOF = new Money(250_000, "NGN");

    @Test
    void multiplies() {
        assertThat(JOLLOF.times(3)).isEqualTo(new Money(750_000, "NGN"));
    }

    @Test
    void doesNotOverflow() {
        Money fortune = new Money(Long.MAX_VALUE, "NGN");
        assertThatThrownBy(() -> fortune.times(2)).isInstanceOf(ArithmeticException.class);
    }
}
