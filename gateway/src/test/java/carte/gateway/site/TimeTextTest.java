package carte.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.ServiceHours;
import carte.contracts.menu.ServiceHours.Day;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {

    private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
    private static final Instant FRIDAY_NOON = Instant.parse("2026-11-27T11:00:00Z");

    @ParameterizedTest
    @CsvSource({"2026-11-27T17:30:00Z, 18:30", "2026-11-27T23:30:00Z, Sat 00:30",
            "2026-12-02T08:00:00Z, Wed 09:00", "2026-12-25T08:00:00Z, 'Dec 25, 2026 09:00'",
            "2026-11-20T08:00:00Z, 'Nov 20, 2026 09:00'"})
    void saysAsMuchAsIsNeeded(Instant at, String text) {
        assertThat(TimeText.moment(at, FRIDAY_NOON, LAGOS, Locale.ENGLISH)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"MON, Mon", "MON TUE, 'Mon, Tue'", "FRI WED THU, Wed–Fri",
            "MON TUE WED SAT SUN, 'Mon–Wed, Sat, Sun'", "MON WED MON, 'Mon, Wed'"})
    void drawsDaysTogether(String days, String text) {
        assertThat(TimeText.days(days(days), Locale.ENGLISH)).isEqualTo(text);
    }

    @Test
    void writesHoursInTheLanguageOfThePage() {
        assertThat(TimeText.hours(List.of(new ServiceHours(days("MON TUE WED"),
                LocalTime.of(11, 0), LocalTime.of(15, 30))), Locale.FRENCH))
                .isEqualTo("lun.–mer. 11:00–15:30");
    }

    private static List<Day> days(String names) {
        return Arrays.stream(names.split(" ", -1)).map(Day::valueOf).toList();
    }
}
