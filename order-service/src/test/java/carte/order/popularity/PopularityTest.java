package carte.order.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopularityTest {

    @ParameterizedTest
    @CsvSource({"9, 2, 4.5", "5, 1, 5.0", "14, 3, 4.66", "4499, 1000, 4.49", "47, 10, 4.7"})
    void ratingIsRoundedDownToHundredths(long stars, long ratings, double rating) {
        assertThat(Popularity.rating(stars, ratings)).isEqualTo(rating);
    }

    @Test
    void withoutRatingsThereIsNone() {
        assertThat(Popularity.rating(0, 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "1000000, 1", "1000001, 2", "-5, 0"})
    void ageIsRoundedUpAndNeverNegative(long nanos, long millis) {
        Instant asOf = Instant.parse("2026-11-23T12:00:00Z");

        assertThat(FigureRows.millisUp(asOf, asOf.plusNanos(nanos))).isEqualTo(millis);
    }
}
