package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.menu.RestaurantId;
import carte.local.endtoend.PublicApi.Answer;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A price that is changed through the gateway arrives everywhere. */
class MenuChangeTravelsIT {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final PublicApi API = SUITE.api();

    private final RestaurantId mamaPut = SUITE.freshRestaurant();

    @BeforeEach
    void openRestaurantWithAMenu() {
        assertThat(API.createRestaurant(mamaPut.value()).status()).isEqualTo(201);
        assertThat(API.putFirstMenu(mamaPut.value()).menuVersion()).isEqualTo(2);
        awaitJollofAt(250_000);
    }

    @Test
    void aNewPriceIsShownByTheNextReads() {
        Answer write = API.changePrice(mamaPut.value(), "jollof", 275_000);

        assertThat(write.status()).isEqualTo(200);
        assertThat(write.menuVersion()).isEqualTo(3);
        awaitJollofAt(275_000);
        Answer read = API.menu(mamaPut.value());
        assertThat(read.header("ETag")).isEqualTo("\"3\"");
        assertThat(read.header("As-Of")).isNotEmpty();
        assertThat(read.header("Cache-Status")).isEqualTo("carte-edge; hit");
        assertThat(API.get("/api/v1/restaurants/" + mamaPut + "/menu", "If-None-Match", "\"3\"")
                .status()).isEqualTo(304);
    }

    @Test
    void whoAsksForTheNewVersionNeverGetsAnOlderOne() {
        for (int i = 1; i <= 20; i++) {
            long version = API.changePrice(mamaPut.value(), "jollof", 250_000 + i).menuVersion();

            Answer read = API.get(
                    "/api/v1/restaurants/" + mamaPut + "/menu?min_version=" + version);

            assertThat(read.status()).isEqualTo(200);
            assertThat(read.menuVersion()).isGreaterThanOrEqualTo(version);
        }
    }

    @Test
    void redisHoldsTheNewVersion() {
        API.changePrice(mamaPut.value(), "jollof", 275_000);

        await().untilAsserted(() -> assertThat(SUITE.cached(mamaPut))
                .hasValueSatisfying(entry -> assertThat(entry.version().number()).isEqualTo(3)));
    }

    @Test
    void ordersArePricedByIt() {
        API.changePrice(mamaPut.value(), "jollof", 275_000);

        await().untilAsserted(() -> {
            Answer atTheNewPrice = API.order(mamaPut.value(), 3, "jollof", 275_000);
            assertThat(atTheNewPrice.status()).isEqualTo(201);
            assertThat(atTheNewPrice.json().at("/total/amount").longValue()).isEqualTo(550_000);
        });
        Answer atTheOldPrice = API.order(mamaPut.value(), 2, "jollof", 250_000);
        assertThat(atTheOldPrice.status()).isEqualTo(409);
        assertThat(atTheOldPrice.json().at("/type").stringValue())
                .isEqualTo("urn:problem:carte:menu-changed");
        assertThat(API.order(mamaPut.value(), 3, "fufu", 100).status()).isEqualTo(409);
    }

    @Test
    void itsWayIsToldFromTheCommitToTheGateway() {
        Answer write = API.changePrice(mamaPut.value(), "jollof", 275_000);
        Instant committed = Instant.parse(write.json().at("/publishedAt").stringValue());
        String path = "/api/v1/restaurants/" + mamaPut + "/menu/versions/3/propagation";

        JsonNode way = await().until(() -> API.get(path).json(), MenuChangeTravelsIT::isWhole);

        Instant acked = Instant.parse(way.at("/kafkaAckedAt").stringValue());
        assertThat(Instant.parse(way.at("/committedAt").stringValue())).isEqualTo(committed);
        assertThat(acked).isAfterOrEqualTo(committed);
        assertThat(Instant.parse(way.at("/redisAppliedAt").stringValue()))
                .isBetween(acked, committed.plusSeconds(10));
        assertThat(way.at("/gateways/0/instance").stringValue()).isEqualTo("gateway");
        assertThat(Instant.parse(way.at("/gateways/0/seenAt").stringValue()))
                .isBetween(acked, committed.plusSeconds(10));
        assertThat(way.at("/traceId").stringValue()).isEqualTo(write.traceId().orElseThrow());
        assertThat(API.get(path.replace("/3/", "/1/")).json().at("/traceId").stringValue())
                .matches("[0-9a-f]{32}");
        assertThat(API.get(path.replace("/3/", "/4/")).status()).isEqualTo(404);
    }

    private static boolean isWhole(JsonNode way) {
        return way.at("/kafkaAckedAt").isString()
                && way.at("/redisAppliedAt").isString()
                && way.at("/gateways/0").isObject();
    }

    private void awaitJollofAt(long amount) {
        await().untilAsserted(() -> assertThat(API.menu(mamaPut.value()).json()
                .at("/sections/0/items/0/price/amount").longValue()).isEqualTo(amount));
    }
}
