package carte.menu.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduledTimeTest {

    private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
    private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
            "2026-12-01T11:00, 2026-12-01T09:00:00Z",
            "2026-12-01T11:00:30, 2026-12-01T09:00:30Z",
            "2026-07-01T11:00, 2026-07-01T08:00:00Z",
            "2026-12-01T11:00:00Z, 2026-12-01T11:00:00Z",
            "2026-12-01T11:00:00+05:30, 2026-12-01T05:30:00Z",
            "2026-12-01T11:00:00.1234567Z, 2026-12-01T11:00:00.123456Z"})
    void aTimeWithoutAnOffsetIsTheRestaurantsOwn(String text, Instant dueAt) {
        assertThat(time(text).dueAt(CAIRO)).isEqualTo(dueAt);
        assertThat(time(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-12-01", "11:00", "2026-12-01 11:00",
            "2026-12-01T11", "2026-12-01T11:00Z", "2026-12-01T11:00:00.5", "2026-12-01T11:00+01:00",
            "12026-12-01T11:00"})
    void otherFormsAreNotTaken(String text) {
        assertThat(ScheduledTime.FORM.matcher(text).matches()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29T11:00", "2026-13-01T11:00:00Z", "2026-12-01T24:30",
            "2026-12-01T11:00:61", "2026-12-01T11:00:00+25:00"})
    void timesOfNoCalendarAreNone(String text) {
        assertThat(ScheduledTime.FORM.matcher(text).matches()).isTrue();
        assertThat(ScheduledTime.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "Africa/Cairo, 2026-04-24T00:30, 2026-04-24T00:00 to 2026-04-24T01:00",
            "Africa/Casablanca, 2026-03-22T02:00, 2026-03-22T02:00 to 2026-03-22T03:00"})
    void aTimeThatClocksSkipIsMissing(ZoneId zone, String text, String between) {
        assertThat(time(text).missingIn(zone)).hasValueSatisfying(
                why -> assertThat(why).contains(zone.getId()).endsWith(between));
    }

    @Test
    void aTimeThatClocksShowTwiceIsTheFirst() {
        // Ramadan of 2026: from 03:00 back to 02:00. Egypt's autumn: from 00:00 back to 23:00.
        assertThat(time("2026-02-15T02:30").dueAt(CASABLANCA)).isEqualTo("2026-02-15T01:30:00Z");
        assertThat(time("2026-10-29T23:30").dueAt(CAIRO)).isEqualTo("2026-10-29T20:30:00Z");
        assertThat(time("2026-10-29T23:30").missingIn(CAIRO)).isEmpty();
    }

    @Test
    void hoursAreKeptAcrossAChangeOfClocks() {
        assertThat(time("2026-02-14T12:00").dueAt(CASABLANCA)).isEqualTo("2026-02-14T11:00:00Z");
        assertThat(time("2026-02-16T12:00").dueAt(CASABLANCA)).isEqualTo("2026-02-16T12:00:00Z");
        assertThat(time("2026-03-23T12:00").dueAt(CASABLANCA)).isEqualTo("2026-03-23T11:00:00Z");
    }

    /** Whatever the zone and the time: its clocks show it then, and did not show it before. */
    @Test
    void whenItIsDueTheClocksShowTheTime() {
        Random random = new Random(20261126);
        List<ZoneId> zones = List.of(CAIRO, CASABLANCA, ZoneId.of("Africa/Lagos"),
                ZoneId.of("Europe/Lisbon"), ZoneId.of("Australia/Lord_Howe"));
        for (int round = 0; round < 20_000; round++) {
            ZoneId zone = zones.get(random.nextInt(zones.size()));
            ScheduledTime time = new ScheduledTime.Local("", somewhere(zone, random));
            LocalDateTime local = ((ScheduledTime.Local) time).time();
            Instant due = time.dueAt(zone);

            if (time.missingIn(zone).isPresent()) {
                assertThat(LocalDateTime.ofInstant(due, zone)).isAfter(local);
                assertThat(zone.getRules().getValidOffsets(local)).isEmpty();
            } else {
                assertThat(LocalDateTime.ofInstant(due, zone)).isEqualTo(local);
                assertThat(zone.getRules().getValidOffsets(local))
                        .allSatisfy(offset -> assertThat(local.toInstant(offset))
                                .isAfterOrEqualTo(due));
            }
        }
    }

    /** Half of them within two hours of a change of clocks. */
    private static LocalDateTime somewhere(ZoneId zone, Random random) {
        Instant day = NOW.plus(random.nextInt(1_000), ChronoUnit.DAYS);
        var change = zone.getRules().nextTransition(day);
        Instant around = change == null || random.nextBoolean() ? day : change.getInstant();
        return LocalDateTime.ofInstant(around, zone).plusMinutes(random.nextInt(-120, 120));
    }

    @Test
    void dueIsInTheFutureAndWithinAYear() {
        Instant aYear = NOW.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();

        assertThat(ScheduledTime.tooSoonOrLate(NOW.plusNanos(1000), NOW)).isEmpty();
        assertThat(ScheduledTime.tooSoonOrLate(aYear, NOW)).isEmpty();
        assertThat(ScheduledTime.tooSoonOrLate(NOW, NOW)).hasValueSatisfying(
                why -> assertThat(why).contains("in the future"));
        assertThat(ScheduledTime.tooSoonOrLate(aYear.plusNanos(1000), NOW)).hasValueSatisfying(
                why -> assertThat(why).contains("within a year"));
    }

    private static ScheduledTime time(String text) {
        assertThat(ScheduledTime.FORM.matcher(text).matches()).isTrue();
        return ScheduledTime.parse(text).orElseThrow();
    }
}
