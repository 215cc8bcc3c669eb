package carte.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.Money;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTextTest {

    @ParameterizedTest
    @CsvSource({"250000, NGN, en, NG, '₦2,500'", "250050, NGN, en, NG, '₦2,500.50'",
            "2500, XOF, en, CI, 'F CFA 2,500'", "4500, EGP, en, EG, 'EGP 45'"})
    void isWrittenAsWhereItIsSpent(
            long amount, String currency, String language, String country, String text) {
        assertThat(plain(MoneyText.of(
                new Money(amount, currency), Locale.of(language), country))).isEqualTo(text);
    }

    @Test
    void standsBehindTheAmountInFrench() {
        assertThat(plain(MoneyText.of(2500, "XOF", Locale.FRENCH, "CI"))).isEqualTo("2 500 F CFA");
    }

    @Test
    void isShownInACurrencyThatNobodyKnows() {
        assertThat(MoneyText.of(2500, "QQQ", Locale.ENGLISH, "NG")).isEqualTo("2500 QQQ");
    }

    /** Whichever spaces the language has. */
    private static String plain(String text) {
        return text.replaceAll("[\\u00a0\\u202f]", " ");
    }
}
