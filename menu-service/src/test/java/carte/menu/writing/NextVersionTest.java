package carte.menu.writing;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.contracts.menu.Section;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NextVersionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
    private static final Section RICE = new Section(
            "rice", "Rice", List.of(), List.of(), List.of(), Map.of());

    @Test
    void oneFollowsTheOther() {
        PublishedMenu next = NextVersion.of(menu(7, NOW), menu(0, NOW, RICE), NOW.plusSeconds(1))
                .orElseThrow();

        assertThat(next.version()).isEqualTo(new MenuVersion(8));
        assertThat(next.publishedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(next.json().parse()).isEqualTo(menu(8, NOW.plusSeconds(1), RICE));
    }

    @Test
    void theSameContentIsNoNewVersion() {
        assertThat(NextVersion.of(menu(7, NOW, RICE), menu(1, NOW.plusSeconds(9), RICE), NOW))
                .isEmpty();
    }

    @Test
    void timesGrowByAMicrosecondAtLeast() {
        assertThat(NextVersion.publishedAt(NOW, NOW)).isEqualTo(NOW.plusNanos(1000));
        assertThat(NextVersion.publishedAt(NOW.minusSeconds(60), NOW))
                .isEqualTo(NOW.plusNanos(1000));
        assertThat(NextVersion.publishedAt(NOW.plusNanos(1999), NOW))
                .isEqualTo(NOW.plusNanos(1000));
    }

    private static MenuDocument menu(long version, Instant publishedAt, Section... sections) {
        return new MenuDocument(new RestaurantId("NG-mama-put"), new MenuVersion(version), "NGN",
                publishedAt, List.of(sections), List.of());
    }
}
