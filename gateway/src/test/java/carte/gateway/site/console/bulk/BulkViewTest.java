package carte.gateway.site.console.bulk;

import static carte.gateway.site.console.MamaPut.form;
import static carte.gateway.site.console.MamaPut.menu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import carte.contracts.menu.Money;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.Tree;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class BulkViewTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "10 | '' | '' | 250000 | 275000", "-10 | '' | '' | 250000 | 225000",
            "7.5 | '' | 50 | 250000 | 270000", "'' | +50 | '' | 250000 | 255000",
            "'' | -3000 | '' | 250000 | 0", "+3,3 | '' | 10 | 250000 | 258000"})
    void changesAPriceByARule(
            String percent, String amount, String round, long from, long to) {
        PriceRule rule = PriceRule.read(percent, amount, round, "NGN").orElseThrow();

        assertThat(rule.of(new Money(from, "NGN"))).isEqualTo(new Money(to, "NGN"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"lots | '' | ''", "'' | some | ''", "5 | '' | 0",
            "5000 | '' | ''"})
    void refusesWhatIsNoRule(String percent, String amount, String round) {
        assertThat(PriceRule.read(percent, amount, round, "NGN")).isEmpty();
    }

    @Test
    void showsWhatWouldChangeAndChangesThatOnly() {
        BulkView view = BulkView.of(menu(),
                form("section=rice", "percent=10", "round=50").fields(), Locale.ENGLISH);

        assertThat(view.lines()).extracting(BulkView.Line::itemId, BulkView.Line::first,
                BulkView.Line::way).containsExactly(
                        tuple("jollof", true, ""),
                        tuple("jollof", false, "console.fulfilment.delivery"),
                        tuple("ofada", true, ""));
        assertThat(view.version()).isEqualTo(7);
        assertThat(view.changes(List.of("ofada"))).hasToString("{\"changes\":[{\"itemId\":"
                + "\"jollof\",\"price\":{\"amount\":275000,\"currency\":\"NGN\"},\"prices\":{"
                + "\"DELIVERY\":{\"amount\":295000,\"currency\":\"NGN\"}}}]}");
    }

    @Test
    void whatIsPaidAtTheCounterChangesToo() {
        ObjectNode menu = menu();
        ((ObjectNode) Tree.item(menu, "ofada").orElseThrow().path("prices"))
                .set("PICKUP", Prices.json(new Money(200_000, "NGN")));

        BulkView view = BulkView.of(menu, form("percent=10").fields(),
                Locale.of("en", "NG"));

        assertThat(view.lines()).filteredOn(line -> line.itemId().equals("ofada"))
                .extracting(BulkView.Line::way, BulkView.Line::to).containsExactly(
                        tuple("", "₦3,300.55"), tuple("console.fulfilment.pickup", "₦2,200"));
        assertThat(view.changes(List.of("jollof", "egusi")).toString())
                .contains("\"prices\":{\"PICKUP\":{\"amount\":220000");
    }

    @Test
    void showsNothingWithoutARule() {
        assertThat(BulkView.of(menu(), form().fields(), Locale.ENGLISH).lines()).isEmpty();
        assertThat(BulkView.of(menu(), form("percent=x").fields(), Locale.ENGLISH).fault())
                .isEqualTo("console.refused.rule");
    }
}
