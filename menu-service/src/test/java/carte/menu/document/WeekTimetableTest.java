package carte.menu.document;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.ServiceHours.Day;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeekTimetableTest {

    private final WeekTimetable week = new WeekTimetable();

    @Test
    void takesHoursThatOnlyTouch() {
        assertThat(add("11:00", "15:00", Day.MON)).isTrue();
        assertThat(add("15:00", "23:00", Day.MON)).isTrue();
        assertThat(add("11:00", "15:00", Day.TUE)).isTrue();
    }

    @Test
    void refusesHoursThatOverlap() {
        assertThat(add("11:00", "15:00", Day.MON, Day.WED)).isTrue();
        assertThat(add("14:59", "16:00", Day.WED)).isFalse();
    }

    @Test
    void aNightRunsIntoTheNextDay() {
        assertThat(add("22:00", "02:00", Day.FRI)).isTrue();
        assertThat(add("02:00", "03:00", Day.SAT)).isTrue();
        assertThat(add("01:00", "01:30", Day.SAT)).isFalse();
    }

    @Test
    void sundayNightRunsIntoMonday() {
        assertThat(add("22:00", "02:00", Day.SUN)).isTrue();
        assertThat(add("01:00", "05:00", Day.MON)).isFalse();
    }

    @Test
    void theSameTimeTwiceIsAWholeDay() {
        assertThat(add("06:00", "06:00", Day.MON, Day.TUE)).isTrue();
        assertThat(add("05:59", "06:00", Day.WED)).isFalse();
        assertThat(add("06:00", "07:00", Day.WED)).isTrue();
    }

    private boolean add(String from, String to, Day... days) {
        return week.add(List.of(days), LocalTime.parse(from), LocalTime.parse(to));
    }
}
