package carte.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PriceListTest {

    private static final PriceList NAIRA = new PriceList("NGN", new BigDecimal(50));
    private static final PriceList CFA = new PriceList("XOF", new BigDecimal(100));

    @Test
    void countsInMinorUnitsWhereThereAreAny() {
        assertThat(NAIRA.exactly(new BigDecimal(2_500))).isEqualTo(new Money(250_000, "NGN"));
        assertThat(CFA.exactly(new BigDecimal(2_500))).isEqualTo(new Money(2_500, "XOF"));
    }

    @Test
    void roundsScaledPricesToTheStep() {
        assertThat(NAIRA.scaled(new BigDecimal(2_500), new BigDecimal("1.08")))
                .isEqualTo(new Money(270_000, "NGN"));
        assertThat(NAIRA.scaled(new BigDecimal(700), new BigDecimal("0.9")))
                .isEqualTo(new Money(65_000, "NGN"));
    }

    @Test
    void keepsFreeThingsFreeAndNothingElse() {
        assertThat(CFA.scaled(BigDecimal.ZERO, BigDecimal.TWO).amount()).isZero();
        assertThat(CFA.scaled(new BigDecimal(100), new BigDecimal("0.1")).amount()).isEqualTo(100);
    }
}
