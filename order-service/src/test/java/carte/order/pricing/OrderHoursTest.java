package carte.order.pricing;

import static carte.order.MamaPut.ALWAYS;
import static carte.order.MamaPut.MAMA_PUT;
import static carte.order.MamaPut.naira;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.Section;
import carte.contracts.menu.ServiceHours;
import carte.contracts.menu.ServiceHours.Day;
import carte.contracts.restaurant.OpeningHours;
import carte.contracts.restaurant.SpecialDay;
import carte.order.MamaPut;
import carte.order.pricing.LineChange.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be ordered when; 2026-11-23 is a Monday. */
class OrderHoursTest {

    private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
    private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
    private static final List<ServiceHours> LUNCH = hours("11:00", "15:00", Day.MON);
    private static final List<ServiceHours> NIGHT = hours("22:00", "02:00", Day.MON);

    @ParameterizedTest
    @CsvSource({"2026-11-23T10:59,false", "2026-11-23T11:00,true", "2026-11-23T14:59,true",
            "2026-11-23T15:00,false", "2026-11-24T12:00,false"})
    void itemIsServedWithinItsHours(String local, boolean served) {
        assertThat(isServed(dish(LUNCH), ALWAYS, local, LAGOS)).isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T21:59,false", "2026-11-23T23:59,true", "2026-11-24T01:59,true",
            "2026-11-24T02:00,false", "2026-11-24T22:30,false"})
    void hoursMayCrossMidnight(String local, boolean served) {
        assertThat(isServed(dish(NIGHT), ALWAYS, local, LAGOS)).isEqualTo(served);
    }

    /** In Cairo 2026-04-24, a Friday, has no 00:00 to 01:00. */
    @ParameterizedTest
    @CsvSource({"2026-04-23T21:29:59Z,false", "2026-04-23T21:30:00Z,true",
            "2026-04-23T22:29:59Z,true", "2026-04-23T22:30:00Z,false"})
    void hoursAreThoseOfTheClocksOnTheWall(Instant now, boolean served) {
        MenuDocument menu = dish(hours("23:30", "01:30", Day.THU));
        OpeningHours cairo = OpeningHours.weekly(CAIRO, List.of());

        assertThat(quote(menu, cairo, now) instanceof Quote.Priced).isEqualTo(served);
    }

    @Test
    void zoneIsTheRestaurants() {
        Instant now = Instant.parse("2026-11-23T13:30:00Z");

        assertThat(quote(dish(LUNCH), ALWAYS, now)).isInstanceOf(Quote.Priced.class);
        assertThat(quote(dish(LUNCH), OpeningHours.weekly(CAIRO, List.of()), now))
                .isEqualTo(outOfHours());
    }

    @Test
    void nearestHoursHold() {
        String lunch = "2026-11-23T12:00";
        String night = "2026-11-23T23:00";

        assertThat(isServed(nested(List.of(), List.of(), LUNCH), ALWAYS, night, LAGOS)).isFalse();
        assertThat(isServed(nested(List.of(), NIGHT, LUNCH), ALWAYS, night, LAGOS)).isTrue();
        assertThat(isServed(nested(LUNCH, NIGHT, NIGHT), ALWAYS, night, LAGOS)).isFalse();
        assertThat(isServed(nested(LUNCH, NIGHT, NIGHT), ALWAYS, lunch, LAGOS)).isTrue();
        assertThat(isServed(nested(List.of(), List.of(), List.of()), ALWAYS, night, LAGOS))
                .isTrue();
    }

    @Test
    void soldOutIsToldBeforeHours() {
        Item item = MamaPut.served(MamaPut.item("dish", 100,
                new Availability(Availability.Status.SOLD_OUT, null), List.of(), Map.of()), LUNCH);
        MenuDocument menu = MamaPut.menu(MAMA_PUT, 7, List.of(item), List.of());

        assertThat(quote(menu, ALWAYS, at("2026-11-23T23:00", LAGOS)))
                .isEqualTo(changed(Kind.SOLD_OUT));
    }

    @Test
    void nothingIsOrderedWhereTheRestaurantIsClosed() {
        OpeningHours hours = OpeningHours.weekly(LAGOS, LUNCH);

        assertThat(quote(dish(List.of()), hours, at("2026-11-23T15:00", LAGOS)))
                .isEqualTo(new Quote.Closed(at("2026-11-30T11:00", LAGOS)));
        assertThat(quote(dish(List.of()), hours, at("2026-11-23T14:59", LAGOS)))
                .isInstanceOf(Quote.Priced.class);
    }

    @Test
    void nothingIsOrderedWhileTheRestaurantPauses() {
        Instant noon = at("2026-11-23T12:00", LAGOS);
        OpeningHours paused = new OpeningHours(
                LAGOS, List.of(), List.of(), noon.plusSeconds(600));

        assertThat(quote(dish(List.of()), paused, noon))
                .isEqualTo(new Quote.Closed(noon.plusSeconds(600)));
        assertThat(quote(dish(List.of()), paused, noon.plusSeconds(600)))
                .isInstanceOf(Quote.Priced.class);
    }

    @Test
    void closedDayOfARestaurantWithoutHours() {
        OpeningHours christmas = new OpeningHours(LAGOS, List.of(),
                List.of(new SpecialDay(LocalDate.of(2026, 12, 25), true, List.of())), null);

        assertThat(quote(dish(List.of()), christmas, at("2026-12-25T12:00", LAGOS)))
                .isEqualTo(new Quote.Closed(at("2026-12-26T00:00", LAGOS)));
    }

    private static boolean isServed(
            MenuDocument menu, OpeningHours restaurant, String local, ZoneId zone) {
        Quote quote = quote(menu, restaurant, at(local, zone));
        assertThat(quote).isIn(outOfHours(), new Quote.Priced(naira(100), naira(0)));
        return quote instanceof Quote.Priced;
    }

    private static Quote quote(MenuDocument menu, OpeningHours restaurant, Instant now) {
        OrderLine line = new OrderLine("dish", 1, naira(100), List.of());
        return OrderPricing.quote(new OrderRequest(MAMA_PUT, new MenuVersion(7),
                Fulfilment.PICKUP, List.of(line)), new PriceList(menu), restaurant, now);
    }

    private static Quote outOfHours() {
        return changed(Kind.OUT_OF_HOURS);
    }

    private static Quote changed(Kind kind) {
        return new Quote.Changed(List.of(new LineChange(0, "dish", kind, naira(100), null)));
    }

    private static MenuDocument dish(List<ServiceHours> hours) {
        return nested(hours, List.of(), List.of());
    }

    private static MenuDocument nested(
            List<ServiceHours> item, List<ServiceHours> inner, List<ServiceHours> outer) {
        Item dish = MamaPut.served(MamaPut.item(
                "dish", 100, Availability.AVAILABLE, List.of(), Map.of()), item);
        Section inside = new Section("in", "In", List.of(dish), List.of(), inner, Map.of());
        Section outside = new Section("out", "Out", List.of(), List.of(inside), outer, Map.of());
        return new MenuDocument(MAMA_PUT, new MenuVersion(7), "NGN", MamaPut.NOON,
                List.of(outside), List.of());
    }

    private static List<ServiceHours> hours(String from, String to, Day day) {
        return List.of(
                new ServiceHours(List.of(day), LocalTime.parse(from), LocalTime.parse(to)));
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
