package carte.gateway.site.operations;

import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.site.operations.Picture.Bar;
import carte.gateway.site.operations.Picture.Quantile;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PictureTest {

    private static final Samples TIMES = Exposed.of("""
            times_bucket{le="0.001"} 0.0
            times_bucket{le="0.01"} 1000.0
            times_bucket{le="0.05"} 1001.0
            times_bucket{le="+Inf"} 1001.0
            """);
    private static final Picture PICTURE = Picture.of(
            Distribution.of("times_bucket", TIMES, TIMES), List.of(new Quantile("p50", 0.5)),
            Locale.FRENCH);

    @Test
    void drawsABarForEachBucketWithAnythingInIt() {
        assertThat(PICTURE.bars()).extracting(Bar::x).containsExactly(91.0, 181.0);
        assertThat(PICTURE.bars()).extracting(Bar::height).containsExactly(122.0, 2.0);
        assertThat(PICTURE.bars()).allSatisfy(bar -> {
            assertThat(bar.width()).isEqualTo(88);
            assertThat(bar.y() + bar.height()).isEqualTo(156);
        });
    }

    @Test
    void namesPowersOfTen() {
        assertThat(PICTURE.ticks()).extracting(Picture.Tick::text)
                .containsExactly("1 ms", "10 ms");
        assertThat(PICTURE.ticks()).extracting(Picture.Tick::x).containsExactly(90.0, 180.0);
    }

    @Test
    void marksAQuantileWithinItsBucket() {
        assertThat(PICTURE.marks()).singleElement().satisfies(mark -> {
            assertThat(mark.x()).isBetween(90.0, 180.0);
            assertThat(mark.text()).isEqualTo("p50 5,5 ms");
            assertThat(mark.anchor()).isEqualTo("start");
        });
    }

    @Test
    void drawsNothingOfNothing() {
        Picture empty = Picture.of(new Distribution(List.of()),
                List.of(new Quantile("p50", 0.5)), Locale.ENGLISH);

        assertThat(empty).isEqualTo(new Picture(List.of(), List.of(), List.of()));
    }
}
