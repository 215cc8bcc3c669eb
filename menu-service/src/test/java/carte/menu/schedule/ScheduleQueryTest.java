package carte.menu.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.kit.http.QueryParameters;
import carte.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;

class ScheduleQueryTest {

    @Test
    void cursorsComeBackAsTheyWere() {
        var cursor = new ScheduleCursor(true, 1_764_158_400_123_456L, 42);

        assertThat(ScheduleCursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1:true:1:1:1", "1:true:99999999999999999999:1",
            "2:true:1:1", "1:perhaps:1:1", "1:true:-1:1"})
    void otherTextsAreNoCursors(String plain) {
        String encoded = Base64.getUrlEncoder()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));

        for (String text : List.of(plain, encoded)) {
            assertThatThrownBy(() -> ScheduleCursor.parse(text))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageStartingWith("cursor: expected");
        }
    }

    @Test
    void limitsAreFromOneToAHundred() {
        assertThat(query("limit", "100").limit()).isEqualTo(100);
        assertThat(query("limit", "").limit()).isEqualTo(20);
        for (String wrong : List.of("0", "101", "ten", "-1")) {
            assertThatThrownBy(() -> query("limit", wrong))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageStartingWith("limit: expected");
        }
    }

    @Test
    void settingsThatWouldMakeWorkLateAreRefused() {
        assertThatThrownBy(() -> new ScheduleProperties(true, Duration.ofSeconds(1), 8))
                .hasMessageStartingWith("carte.schedule.poll: expected");
        assertThatThrownBy(() -> new ScheduleProperties(true, Duration.ofMillis(100), 0))
                .hasMessageStartingWith("carte.schedule.parallel: expected");
    }

    private static ScheduleQuery query(String name, String value) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add(name, value);
        return ScheduleQuery.of(new QueryParameters(parameters));
    }
}
