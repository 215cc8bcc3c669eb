package carte.gateway.page;

import static carte.gateway.page.PagesUnderTest.mamaPut;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestaurantsTest {

    @ParameterizedTest
    @CsvSource({
            "2026-03-01T11:59:58.000Z, 2026-03-01T11:59:59.999Z, , true",
            "2026-03-01T11:59:58.000Z, 2026-03-01T12:00:00.000Z, , false",
            "2026-03-01T12:00:00.000Z, 2026-03-01T12:00:01.900Z, , true",
            "2026-03-01T12:00:30.000Z, 2026-03-01T12:00:31.900Z, 2026-03-01T12:00:31Z, false",
            "2026-03-01T12:00:30.000Z, 2026-03-01T12:00:31.900Z, 2026-03-01T12:00:40Z, true",
            "2026-03-01T12:00:30.000Z, 2026-03-01T12:00:31.900Z, 2026-03-01T12:00:29Z, true",
            "2026-03-01T12:00:30.000Z, 2026-03-01T12:00:31.900Z, +99999999-01-01T00:00:00Z, true",
            "2026-03-01T12:00:30.000Z, 2026-03-01T12:00:31.900Z, tomorrow, true"})
    void holdUntilOneMayOpenOrClose(Instant from, Instant to, String pausedUntil, boolean hold) {
        Restaurants restaurants = new Restaurants(List.of(
                mamaPut(), mamaPut().put("pausedUntil", pausedUntil)));

        assertThat(restaurants.hold(from.toEpochMilli(), to.toEpochMilli())).isEqualTo(hold);
    }
}
