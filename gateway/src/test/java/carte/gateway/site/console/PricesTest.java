package carte.gateway.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2500 | NGN | 250000", "2500.5 | NGN | 250050", "2,500.00 | NGN | 250000",
            "2 500,00 | NGN | 250000", "2.500 | NGN | 250000", "12,5 | EUR | 1250",
            "1500 | XOF | 1500", "1.500 | XOF | 1500", "0 | NGN | 0", "7. | NGN | 700"})
    void readsWhatPeopleWrite(String text, String currency, long amount) {
        assertThat(Prices.read(text, currency)).contains(new Money(amount, currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "free", "-5", "12.3456", "1e9", "99999999999999999999", "12;50"})
    void readsNothingFromWhatIsNoPrice(String text) {
        assertThat(Prices.read(text, "NGN")).isEmpty();
    }

    @Test
    void fieldsSayWhatIsReadFromThemAgain() {
        for (long amount : new long[]{0, 5, 250_000, 250_050}) {
            Money money = new Money(amount, "NGN");
            assertThat(Prices.read(Prices.field(money), "NGN")).contains(money);
        }
    }
}
