package carte.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.event.MenuSighted;
import carte.contracts.fixture.Menus;
import carte.contracts.fixture.Records;
import carte.contracts.fixture.SettableClock;
import carte.kit.sighting.InstanceName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenMenusTest {

    private static final Instant FOUND = Menus.PUBLISHED.plusMillis(3);

    private final List<MenuSighted> told = new ArrayList<>();
    private final SettableClock own = new SettableClock(Menus.PUBLISHED);
    private final DatabaseClocks clocks = new DatabaseClocks(own, () -> 0);
    private final SeenMenus seen = new SeenMenus(told::add, new InstanceName("gateway-2"), clocks);

    @Test
    void tellsTheTimeOfTheDatabaseWhateverItsOwnClockSays() {
        own.advance(Duration.ofHours(-7));
        clocks.of("west").answered(clocks.moment(), Menus.PUBLISHED.plusMillis(5));

        change();

        assertThat(told).containsExactly(new MenuSighted(Menus.MAMA_PUT,
                told.getFirst().version(), "west", Menus.PUBLISHED,
                MenuSighted.Stage.GATEWAY_SEEN, "gateway-2", Menus.PUBLISHED.plusMillis(5)));
        assertThat(told.getFirst().version().number()).isEqualTo(8);
    }

    @Test
    void whileThatIsNotKnownItIsNoEarlierThanTheChangeWasFound() {
        own.advance(Duration.ofHours(-7));
        change();
        own.advance(Duration.ofHours(7).plusMillis(4));
        change();

        assertThat(told).extracting(MenuSighted::at)
                .containsExactly(FOUND, Menus.PUBLISHED.plusMillis(4));
    }

    private void change() {
        seen.changed(Records.menuChanged(Menus.MAMA_PUT, 8, Menus.PUBLISHED), FOUND);
    }
}
