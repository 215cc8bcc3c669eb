package carte.order.pricing;

import static carte.order.MamaPut.ALWAYS;
import static carte.order.MamaPut.MAMA_PUT;
import static carte.order.MamaPut.NOON;
import static carte.order.MamaPut.naira;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.Availability;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.Money;
import carte.kit.problem.Fault;
import carte.order.MamaPut;
import carte.order.pricing.LineChange.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderPricingTest {

    private static final PriceList PRICES = new PriceList(MamaPut.menu(MAMA_PUT, 7));
    private static final ChosenOption CHICKEN = new ChosenOption("protein", "chicken", 1);
    private static final ChosenOption GOAT = new ChosenOption("protein", "goat", 1);
    private static final ChosenOption HOT = new ChosenOption("pepper", "hot", 1);

    @Test
    void addsPriceOfDeliveryAndOptions() {
        assertThat(quote(jollof(2, 350_000, CHICKEN))).isEqualTo(priced(700_000));
    }

    @Test
    void takesPlainPriceWhereFulfilmentHasNone() {
        assertThat(quote(Fulfilment.PICKUP, jollof(1, 330_000, CHICKEN)))
                .isEqualTo(priced(330_000));
        assertThat(quote(line("zobo", 3, 60_000))).isEqualTo(priced(180_000));
    }

    @Test
    void findsItemsOfInnerSections() {
        assertThat(quote(line("moi-moi", 1, 90_000))).isEqualTo(priced(90_000));
    }

    @Test
    void itemReturnsAtTheMomentThatWasSaid() {
        assertThat(quoteAt(NOON.minusMillis(1), line("moi-moi", 1, 90_000)))
                .isEqualTo(changed(line("moi-moi", 1, 90_000), Kind.SOLD_OUT, null));
        assertThat(quoteAt(NOON, line("moi-moi", 1, 90_000))).isEqualTo(priced(90_000));
    }

    @Test
    void priceThatDiffersIsToldWithOldAndNew() {
        OrderLine seenAtOldPrice = jollof(2, 330_000, CHICKEN);

        assertThat(quote(seenAtOldPrice))
                .isEqualTo(changed(seenAtOldPrice, Kind.PRICE, naira(350_000)));
    }

    @Test
    void otherCurrencyIsAnotherPrice() {
        OrderLine inDollars = new OrderLine("zobo", 1, new Money(60_000, "USD"), List.of());

        assertThat(quote(inDollars)).isEqualTo(changed(inDollars, Kind.PRICE, naira(60_000)));
    }

    @ParameterizedTest
    @CsvSource({"caviar,GONE", "ofada,GONE", "suya,SOLD_OUT"})
    void itemsThatAreNotToBeHadAreTold(String item, Kind kind) {
        OrderLine line = line(item, 1, 150_000);

        assertThat(quote(line)).isEqualTo(changed(line, kind, null));
    }

    @Test
    void unknownOptionIsAChange() {
        OrderLine withSnail = jollof(1, 350_000, new ChosenOption("protein", "snail", 1));
        OrderLine withSoup = jollof(1, 350_000, CHICKEN, new ChosenOption("soup", "egusi", 1));

        assertThat(quote(withSnail)).isEqualTo(changed(withSnail, Kind.OPTION, null));
        assertThat(quote(withSoup)).isEqualTo(changed(withSoup, Kind.OPTION, null));
    }

    @Test
    void listsEveryLineThatChanged() {
        Quote quote = quote(line("suya", 1, 1), line("zobo", 1, 60_000), line("zobo", 2, 50_000));

        assertThat(quote).isEqualTo(new Quote.Changed(List.of(
                new LineChange(0, "suya", Kind.SOLD_OUT, naira(1), null),
                new LineChange(2, "zobo", Kind.PRICE, naira(50_000), naira(60_000)))));
    }

    @Test
    void otherVersionAloneIsNoChange() {
        assertThat(quoteSeen(3, line("zobo", 1, 60_000))).isEqualTo(priced(60_000));
    }

    @Test
    void groupOfChosenOptionOpens() {
        assertThat(quote(jollof(1, 395_000, GOAT, HOT))).isEqualTo(priced(395_000));
    }

    @Test
    void openedGroupMustBeChosenFrom() {
        assertThat(quote(jollof(1, 390_000, GOAT))).isEqualTo(new Quote.Refused(List.of(
                new Fault("/lines/0/options", "expected 1 to 1 of group pepper but found 0"))));
    }

    @Test
    void groupStaysClosedWithoutItsOption() {
        assertThat(quote(jollof(1, 355_000, CHICKEN, HOT))).isEqualTo(new Quote.Refused(List.of(
                new Fault("/lines/0/options/1/groupId",
                        "expected a group of this item but found pepper"))));
    }

    @Test
    void groupOfAnotherItemIsRefused() {
        OrderLine iced = jollof(1, 350_000, new ChosenOption("ice", "cubes", 1), CHICKEN);

        assertThat(quote(iced)).isEqualTo(new Quote.Refused(List.of(
                new Fault("/lines/0/options/0/groupId",
                        "expected a group of this item but found ice"))));
    }

    @Test
    void everyBrokenRuleOfEveryLineIsTold() {
        OrderLine noProtein = jollof(1, 270_000);
        OrderLine chickens = jollof(1, 510_000, new ChosenOption("protein", "chicken", 3));

        assertThat(quote(noProtein, chickens)).isEqualTo(new Quote.Refused(List.of(
                new Fault("/lines/0/options", "expected 1 to 2 of group protein but found 0"),
                new Fault("/lines/1/options/0/quantity",
                        "expected at most 1 of chicken but found 3"),
                new Fault("/lines/1/options", "expected 1 to 2 of group protein but found 3"))));
    }

    @Test
    void ruleThatTheCustomerMayNotHaveSeenIsAChange() {
        OrderLine noProtein = jollof(1, 270_000);

        assertThat(quoteSeen(6, noProtein)).isEqualTo(changed(noProtein, Kind.OPTION, null));
    }

    @Test
    void dearestOptionsAreTheFreeOnesWhateverTheirOrder() {
        ChosenOption egg = new ChosenOption("extras", "egg", 1);
        ChosenOption plantains = new ChosenOption("extras", "plantain", 2);

        // 2,700 + 800 chicken + 500 of one plantain + 300 egg; the other plantain is free.
        assertThat(quote(jollof(1, 430_000, CHICKEN, egg, plantains))).isEqualTo(priced(430_000));
        assertThat(quote(jollof(1, 430_000, plantains, CHICKEN, egg))).isEqualTo(priced(430_000));
    }

    @Test
    void refusesAmountsThatCannotBeCounted() {
        long huge = Long.MAX_VALUE / 2;
        MenuDocument menu = MamaPut.menu(MAMA_PUT, 7, List.of(MamaPut.item(
                "gold", huge, Availability.AVAILABLE, List.of(), Map.of())), List.of());
        Fault first = new Fault("/lines/0", "expected an amount that can be counted");
        Fault third = new Fault("/lines/2", "expected an amount that can be counted");

        assertThat(quote(menu, line("gold", 2, huge))).isEqualTo(priced(huge * 2));
        assertThat(quote(menu, line("gold", 3, huge)))
                .isEqualTo(new Quote.Refused(List.of(first)));
        assertThat(quote(menu, line("gold", 1, huge), line("gold", 1, huge),
                line("gold", 1, huge))).isEqualTo(new Quote.Refused(List.of(third)));
    }

    @Test
    void refusesUnitPriceThatCannotBeCounted() {
        MenuDocument menu = MamaPut.menu(MAMA_PUT, 7, List.of(MamaPut.item("gold", 1,
                Availability.AVAILABLE, List.of("leaf"), Map.of())), List.of(
                        MamaPut.group(
                                "leaf", 0, 9, 0, MamaPut.option("thick", Long.MAX_VALUE, 9))));
        ChosenOption once = new ChosenOption("leaf", "thick", 1);
        ChosenOption twice = new ChosenOption("leaf", "thick", 2);

        assertThat(quote(menu, new OrderLine("gold", 1, naira(0), List.of(once))))
                .isInstanceOf(Quote.Refused.class);
        assertThat(quote(menu, new OrderLine("gold", 1, naira(0), List.of(twice))))
                .isInstanceOf(Quote.Refused.class);
    }

    private static OrderLine jollof(int quantity, long seen, ChosenOption... options) {
        return new OrderLine("jollof", quantity, naira(seen), List.of(options));
    }

    private static OrderLine line(String item, int quantity, long seen) {
        return new OrderLine(item, quantity, naira(seen), List.of());
    }

    private static Quote quote(OrderLine... lines) {
        return quote(Fulfilment.DELIVERY, lines);
    }

    private static Quote quote(Fulfilment fulfilment, OrderLine... lines) {
        return OrderPricing.quote(order(7, fulfilment, lines), PRICES, ALWAYS, NOON);
    }

    private static Quote quote(MenuDocument menu, OrderLine... lines) {
        return OrderPricing.quote(order(7, Fulfilment.DELIVERY, lines), new PriceList(menu),
                ALWAYS, NOON);
    }

    private static Quote quoteSeen(long version, OrderLine... lines) {
        return OrderPricing.quote(order(version, Fulfilment.DELIVERY, lines), PRICES, ALWAYS,
                NOON);
    }

    private static Quote quoteAt(Instant now, OrderLine... lines) {
        return OrderPricing.quote(order(7, Fulfilment.DELIVERY, lines), PRICES, ALWAYS, now);
    }

    private static OrderRequest order(long seen, Fulfilment fulfilment, OrderLine... lines) {
        return new OrderRequest(MAMA_PUT, new MenuVersion(seen), fulfilment, List.of(lines));
    }

    private static Quote priced(long kobo) {
        return new Quote.Priced(naira(kobo), naira(0));
    }

    private static Quote changed(
            OrderLine line, Kind kind, @Nullable Money now) {
        return new Quote.Changed(List.of(
                new LineChange(0, line.itemId(), kind, line.unitPrice(), now)));
    }
}
