package carte.order.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.Tax;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTaxTest {

    @ParameterizedTest
    @CsvSource({"700000,750,false,52500", "107500,750,true,7500", "100,0,true,0", "0,750,true,0",
            "100,10000,false,100", "100,10000,true,50", "1,5000,false,1", "1,4999,false,0",
            "3,5000,false,2", "1,10000,true,1"})
    void halfAUnitIsRoundedUp(long amount, int rate, boolean included, long tax) {
        assertThat(LineTax.of(amount, new Tax(rate, included))).isEqualTo(tax);
    }

    @Test
    void isExactForWhateverCanBeCounted() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 10_000; round++) {
            long amount = random.nextLong(Long.MAX_VALUE) >> random.nextInt(63);
            Tax tax = new Tax(random.nextInt(10_001), random.nextBoolean());
            long base = tax.included() ? 10_000 + tax.rateBasisPoints() : 10_000;

            BigInteger twice = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(2L * tax.rateBasisPoints()));
            BigInteger rounded = twice.add(BigInteger.valueOf(base))
                    .divide(BigInteger.valueOf(2 * base));

            assertThat(LineTax.of(amount, tax)).isEqualTo(rounded.longValueExact());
        }
    }
}
