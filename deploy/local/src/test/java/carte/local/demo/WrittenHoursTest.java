package carte.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.menu.ServiceHours.Day;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class WrittenHoursTest {

    @Test
    void readsDaysAndTimes() {
        var hours = WrittenHours.parse("MON-WED 10:00-23:30");
        assertThat(hours.days()).containsExactly(Day.MON, Day.TUE, Day.WED);
        assertThat(hours.from()).isEqualTo(LocalTime.of(10, 0));
        assertThat(hours.to()).isEqualTo(LocalTime.of(23, 30));
    }

    @Test
    void readsOneDay() {
        assertThat(WrittenHours.parse("FRI 14:00-01:00").days()).containsExactly(Day.FRI);
    }

    @Test
    void wrapsTheWeek() {
        assertThat(WrittenHours.parse("SAT-MON 10:00-22:00").days())
                .containsExactly(Day.SAT, Day.SUN, Day.MON);
    }

    @Test
    void refusesOtherForms() {
        assertThatThrownBy(() -> WrittenHours.parse("Monday 10-22"))
                .hasMessageContaining("hours look like MON-SAT 10:00-23:00");
    }
}
