package carte.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.MenuSighted;
import carte.contracts.fixture.Menus;
import carte.contracts.fixture.SightingLog;
import carte.contracts.menu.RestaurantId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a gateway tells of the changes that it shows, on a real Kafka. */
class SeenMenusIT {

    @Test
    void tellsOfEachChangeThatItShows() {
        RestaurantId id = Menus.freshRestaurant();
        AtomicLong version = new AtomicLong(7);
        try (MenuLogUnderTest log = new MenuLogUnderTest();
                RunningGateway _ = new RunningGateway(List.of(RunningGateway.deadAddress()),
                        List.of(RunningGateway.deadAddress()), "--carte.instance=gateway-7",
                        "--spring.kafka.bootstrap-servers=" + log.bootstrapServers())) {
            // It follows the log from where its end is once it has found it.
            List<MenuSighted> told = await().until(() -> {
                log.change(id, version.incrementAndGet());
                return SightingLog.of(id, log.bootstrapServers());
            }, sightings -> sightings.size() >= 2);

            assertThat(told).extracting(each -> each.version().number()).isSorted();
            assertThat(told).allSatisfy(each -> {
                assertThat(each.stage()).isEqualTo(MenuSighted.Stage.GATEWAY_SEEN);
                assertThat(each.instance()).isEqualTo("gateway-7");
                assertThat(each.shard()).isEqualTo(MenuLogUnderTest.SHARD);
                assertThat(each.at()).isAfterOrEqualTo(each.publishedAt());
            });
        }
    }
}
