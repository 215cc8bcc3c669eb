package carte.order.menus;

import static carte.order.OrderServiceFixture.jollof;
import static carte.order.OrderServiceFixture.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.Watermark;
import carte.contracts.menu.RestaurantId;
import carte.order.MamaPut;
import carte.order.OrderServiceFixture;
import carte.order.RunningOrderService;
import carte.order.StubMenuService;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** No order is priced by a copy of which nobody knows whether it is the newest menu. */
class NewestMenuIT extends RunningOrderService {

    private static final StubMenuService OWNER = StubMenuService.shared();
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final String shard = "shard-of-" + kitchen;

    @BeforeEach
    void moveToAShardOfItsOwn() {
        OWNER.knows(kitchen, shard);
        publish(MamaPut.menu(kitchen, 8), shard);
        await().until(() -> rows("menu_copy where version = 8 and " + ofKitchen()) == 1);
        Instant now = Instant.now();
        learnTheTime();
        publishWatermark(now);
    }

    @Test
    void nobodyIsAskedWhileWatermarksVouchForACopy() {
        order(8, PRICE).expectStatus().isCreated();
        order(8, PRICE).expectStatus().isCreated();

        assertThat(questions()).isEmpty();
    }

    @Test
    void orderByAMenuThatWasReplacedUnheardIsRefused() {
        OWNER.knows(MamaPut.menu(kitchen, 9, 260_000));
        anHourPassesWithoutWatermarks();

        problem(order(8, PRICE), 409, "menu-changed");

        order(9, PRICE + 10_000).expectStatus().isCreated();
        assertThat(questions()).hasSize(1);
    }

    @Test
    void menuThatIsStillTheNewestIsCheckedOnceForABound() {
        anHourPassesWithoutWatermarks();

        order(8, PRICE).expectStatus().isCreated();
        order(8, PRICE).expectStatus().isCreated();

        assertThat(questions()).containsExactly(
                "/api/v1/restaurants/" + kitchen + "/menu?min_version=8");
    }

    @Test
    void orderIsRefusedWhereTheOwnerIsAwayTooUntilWatermarksComeAgain() {
        order(8, PRICE).expectStatus().isCreated();
        OWNER.fails(kitchen, 503);
        anHourPassesWithoutWatermarks();

        ResponseSpec refused = order(8, PRICE);
        problem(refused, 503, "unavailable");
        refused.expectHeader().valueEquals("Retry-After", "1");

        publishWatermark(Instant.now().plus(AN_HOUR));
        order(8, PRICE).expectStatus().isCreated();
    }

    @Test
    void watermarkDoesNotVouchWhereAChangeCouldNotBeRead() {
        OrderServiceFixture.publishRubbish(kitchen);
        await().until(() -> rows("menu_copy where gap is not null and " + ofKitchen()) == 1);

        order(8, PRICE).expectStatus().isCreated();

        assertThat(questions()).hasSize(1);
    }

    private void anHourPassesWithoutWatermarks() {
        OWNER.runsAhead(shard, AN_HOUR);
        learnTheTime();
    }

    /** By an order elsewhere in the shard, of whose menu nothing is here yet. */
    private void learnTheTime() {
        RestaurantId other = MamaPut.freshKitchen();
        OWNER.knows(other, shard);
        OWNER.knows(MamaPut.menu(other, 1));
        order(other, 1, PRICE).expectStatus().isCreated();
    }

    private void publishWatermark(Instant time) {
        publish(new Watermark(shard, time), kitchen);
        await().until(() -> rows("menu_watermark where shard = '" + shard
                + "' and time = cast('" + time + "' as timestamptz)") == 1);
    }

    private ResponseSpec order(long version, int seen) {
        return order(kitchen, version, seen);
    }

    private ResponseSpec order(RestaurantId id, long version, int seen) {
        return OrderServiceFixture.customer(URI.create(address()).getPort())
                .post().uri("/api/v1/orders").bodyValue(jollof(id, version, 1, seen))
                .exchange();
    }

    private List<String> questions() {
        return OWNER.asked(kitchen).stream().filter(each -> each.contains("/menu")).toList();
    }

    private String ofKitchen() {
        return "restaurant_id = '" + kitchen + "'";
    }
}
