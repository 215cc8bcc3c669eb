package carte.contracts.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.ServiceHours;
import carte.contracts.menu.ServiceHours.Day;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {

    private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
    private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");

    /** 2026-11-23 is a Monday. */
    @ParameterizedTest
    @CsvSource({"2026-11-23T10:59,false", "2026-11-23T11:00,true", "2026-11-23T14:59,true",
            "2026-11-23T15:00,false", "2026-11-24T12:00,false"})
    void opensAtTheBeginningAndClosesAtTheEnd(String local, boolean open) {
        assertThat(isOpen(hours("11:00", "15:00", Day.MON), local)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27T21:59,false", "2026-11-27T22:00,true", "2026-11-28T01:59,true",
            "2026-11-28T02:00,false", "2026-11-28T22:30,false", "2026-11-27T01:00,false"})
    void aFridayNightEndsOnSaturday(String local, boolean open) {
        assertThat(isOpen(hours("22:00", "02:00", Day.FRI), local)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-29T23:00,true", "2026-11-30T01:00,true", "2026-11-30T02:00,false"})
    void aSundayNightEndsOnMonday(String local, boolean open) {
        assertThat(isOpen(hours("22:00", "02:00", Day.SUN), local)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T05:59,false", "2026-11-23T06:00,true", "2026-11-24T05:59,true",
            "2026-11-24T06:00,false"})
    void theSameTimeTwiceIsAWholeDay(String local, boolean open) {
        assertThat(isOpen(hours("06:00", "06:00", Day.MON), local)).isEqualTo(open);
    }

    @Test
    void withoutHoursItIsOpenAroundTheClock() {
        assertThat(isOpen(List.of(), "2026-11-23T03:00")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-25T12:00,false", "2026-12-26T01:00,false", "2026-12-25T01:00,true",
            "2026-12-26T12:00,true"})
    void aClosedDayLetsNoHoursBegin(String local, boolean open) {
        List<ServiceHours> hours = List.of(
                new ServiceHours(List.of(Day.values()), LocalTime.of(10, 0), LocalTime.of(2, 0)));

        assertThat(isOpen(hours, christmas(true), null, LAGOS, at(local, LAGOS)))
                .isEqualTo(open);
        assertThat(isOpen(hours, christmas(false), null, LAGOS, at(local, LAGOS)))
                .isTrue();
    }

    @Test
    void aClosedDayClosesWhoeverHasNoHours() {
        Instant noon = at("2026-12-25T12:00", LAGOS);

        assertThat(isOpen(List.of(), christmas(true), null, LAGOS, noon)).isFalse();
        assertThat(isOpen(List.of(), christmas(false), null, LAGOS, noon)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-25T12:00,false", "2026-12-25T13:59,true", "2026-12-25T17:30,false",
            "2026-12-25T20:00,true", "2026-12-26T02:59,true", "2026-12-26T03:00,false",
            "2026-12-25T01:30,true", "2026-12-26T12:00,true"})
    void aSpecialDayHasHoursOfItsOwnWhichMayEndTheNextDay(String local, boolean open) {
        List<ServiceHours> hours = List.of(
                new ServiceHours(List.of(Day.values()), LocalTime.of(10, 0), LocalTime.of(2, 0)));

        assertThat(isOpen(
                hours, specialChristmas(), null, LAGOS, at(local, LAGOS))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-25T12:00,false", "2026-12-25T13:00,true", "2026-12-26T02:59,true",
            "2026-12-26T03:00,true", "2026-12-24T23:59,true", "2026-12-25T00:00,false"})
    void aSpecialDayReplacesBeingOpenAroundTheClock(String local, boolean open) {
        assertThat(isOpen(
                List.of(), specialChristmas(), null, LAGOS, at(local, LAGOS))).isEqualTo(open);
    }

    private static List<SpecialDay> specialChristmas() {
        return List.of(new SpecialDay(LocalDate.of(2026, 12, 25), false, List.of(
                new DayHours(LocalTime.of(13, 0), LocalTime.of(16, 0)),
                new DayHours(LocalTime.of(19, 0), LocalTime.of(3, 0)))));
    }

    @Test
    void aPauseEndsAtItsTime() {
        Instant noon = at("2026-11-23T12:00", LAGOS);
        List<ServiceHours> hours = hours("11:00", "15:00", Day.MON);

        assertThat(isOpen(hours, List.of(), noon.plusMillis(1), LAGOS, noon))
                .isFalse();
        assertThat(isOpen(hours, List.of(), noon, LAGOS, noon)).isTrue();
    }

    @Test
    void hoursAreInTheZoneOfTheRestaurant() {
        List<ServiceHours> hours = hours("00:30", "01:00", Day.TUE);
        Instant now = Instant.parse("2026-11-23T23:45:00Z");

        assertThat(isOpen(hours, List.of(), null, LAGOS, now)).isTrue();
        assertThat(isOpen(hours, List.of(), null, ZoneId.of("UTC"), now)).isFalse();
    }

    @Test
    void hoursSurviveTheNightInWhichClocksChange() {
        // In Cairo 2026-04-24 has no 00:00 to 01:00, and 2026-10-29 has 23:00 to 24:00 twice.
        List<ServiceHours> hours = List.of(new ServiceHours(List.of(Day.values()),
                LocalTime.of(20, 0), LocalTime.of(3, 0)));

        for (String evening : List.of("2026-04-23T20:00", "2026-10-29T20:00")) {
            Instant opens = at(evening, CAIRO);
            LocalDateTime end = LocalDateTime.parse(evening).plusDays(1).withHour(3);
            assertThat(isOpen(hours, List.of(), null, CAIRO, opens)).isTrue();
            assertThat(isOpen(hours, List.of(), null, CAIRO,
                    end.atZone(CAIRO).toInstant().minusSeconds(1))).isTrue();
            assertThat(isOpen(hours, List.of(), null, CAIRO,
                    end.atZone(CAIRO).toInstant())).isFalse();
            assertThat(Duration.between(opens, end.atZone(CAIRO).toInstant()))
                    .isNotEqualTo(Duration.ofHours(7));
        }
    }

    @Test
    void agreesWithCountingMinutes() {
        Random random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            int dayIndex = random.nextInt(7);
            Day day = List.of(Day.values()).get(dayIndex);
            int from = random.nextInt(24 * 60);
            int to = random.nextInt(24 * 60);
            int length = to > from ? to - from : to - from + 24 * 60;
            LocalDateTime now = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365))
                    .atTime(LocalTime.MIN).plusMinutes(random.nextInt(24 * 60));
            List<ServiceHours> hours = List.of(new ServiceHours(List.of(day),
                    LocalTime.MIN.plusMinutes(from), LocalTime.MIN.plusMinutes(to)));

            long days = Math.floorMod(now.getDayOfWeek().getValue() - 1 - dayIndex, 7);
            long minutesSince = days * 24 * 60 + now.toLocalTime().toSecondOfDay() / 60 - from;
            long sinceLastStart = Math.floorMod(minutesSince, 7 * 24 * 60);

            assertThat(isOpen(hours, List.of(), null, LAGOS,
                    now.atZone(LAGOS).toInstant()))
                    .as("%s %d-%d at %s", day, from, to, now)
                    .isEqualTo(sinceLastStart < length);
        }
    }

    @Test
    void opensAtOnceWhereItIsOpen() {
        Instant noon = at("2026-11-23T12:00", LAGOS);

        assertThat(opensAt(hours("11:00", "15:00", Day.MON), List.of(), null, noon))
                .contains(noon);
        assertThat(opensAt(List.of(), List.of(), null, noon)).contains(noon);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T10:00,2026-11-23T11:00", "2026-11-23T15:00,2026-11-30T11:00",
            "2026-12-25T00:00,2026-12-28T11:00"})
    void opensWhenTheNextHoursBegin(String local, String opens) {
        assertThat(opensAt(hours("11:00", "15:00", Day.MON), christmas(true), null,
                at(local, LAGOS))).contains(at(opens, LAGOS));
    }

    @Test
    void opensAtTheEndOfThePauseOrAtTheNextHoursBehindIt() {
        Instant noon = at("2026-11-23T12:00", LAGOS);
        List<ServiceHours> hours = hours("11:00", "15:00", Day.MON);

        assertThat(opensAt(hours, List.of(), noon.plusSeconds(60), noon))
                .contains(noon.plusSeconds(60));
        assertThat(opensAt(hours, List.of(), noon.plus(Duration.ofHours(3)), noon))
                .contains(at("2026-11-30T11:00", LAGOS));
    }

    @Test
    void nobodyKnowsWhenItOpensThatIsClosedForYears() {
        List<SpecialDay> closed = Stream.iterate(LocalDate.of(2026, 1, 1), day -> day.plusDays(1))
                .limit(800).map(day -> new SpecialDay(day, true, List.of())).toList();

        assertThat(opensAt(List.of(), closed, null, at("2026-03-01T12:00", LAGOS))).isEmpty();
    }

    @Test
    void opensAtTheFirstOpenMinute() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            OpeningHours hours = anyHours(random);
            Instant now = at("2026-04-20T00:00", CAIRO)
                    .plus(Duration.ofMinutes(random.nextInt(10 * 24 * 60)));
            Instant first = now;
            while (!hours.isOpen(first)) {
                first = first.plus(Duration.ofMinutes(1));
            }
            assertThat(hours.opensAt(now)).as("%s at %s", hours, now).contains(first);
        }
    }

    /** Around the night in April in which Cairo's clocks go forward at midnight. */
    private static OpeningHours anyHours(Random random) {
        List<ServiceHours> weekly = Stream.generate(() -> new ServiceHours(
                List.of(List.of(Day.values()).get(random.nextInt(7))), anyTime(random),
                anyTime(random)))
                .limit(1 + random.nextInt(3)).toList();
        List<SpecialDay> special = Stream.generate(() -> new SpecialDay(
                LocalDate.of(2026, 4, 20 + random.nextInt(10)), random.nextBoolean(),
                List.of(new DayHours(anyTime(random), anyTime(random)))))
                .limit(random.nextInt(3)).toList();
        Instant paused = random.nextBoolean()
                ? null
                : at("2026-04-20T00:00", CAIRO).plus(Duration.ofMinutes(random.nextInt(9_000)));
        return new OpeningHours(CAIRO, weekly, special, paused);
    }

    private static LocalTime anyTime(Random random) {
        return LocalTime.MIDNIGHT.plusMinutes(30L * random.nextInt(48));
    }

    private static Optional<Instant> opensAt(List<ServiceHours> hours, List<SpecialDay> special,
            @Nullable Instant pausedUntil, Instant now) {
        return new OpeningHours(LAGOS, hours, special, pausedUntil).opensAt(now);
    }

    private static boolean isOpen(List<ServiceHours> hours, String local) {
        return isOpen(hours, List.of(), null, LAGOS, at(local, LAGOS));
    }

    private static boolean isOpen(List<ServiceHours> hours, List<SpecialDay> special,
            @Nullable Instant pausedUntil, ZoneId zone, Instant now) {
        return new OpeningHours(zone, hours, special, pausedUntil).isOpen(now);
    }

    private static List<ServiceHours> hours(String from, String to, Day day) {
        return List.of(
                new ServiceHours(List.of(day), LocalTime.parse(from), LocalTime.parse(to)));
    }

    private static List<SpecialDay> christmas(boolean closed) {
        return List.of(new SpecialDay(LocalDate.of(2026, 12, 25), closed, List.of()));
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
