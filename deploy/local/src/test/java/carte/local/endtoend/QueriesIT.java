package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.menu.RestaurantId;
import carte.local.observability.Exposition;
import carte.local.observability.Observability;
import carte.local.observability.Observability.Query;
import carte.local.observability.Selector;
import carte.local.suite.Service;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Alerts, dashboards and runbooks ask only for what the running services show. */
class QueriesIT {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final PublicApi API = SUITE.api();

    /** What Prometheus knows by itself. */
    private static final Set<String> PROMETHEUS = Set.of("up", "ALERTS");

    /** What a healthy suite on one machine does not show, by the reason. */
    private static final Map<String, String> RARE = Map.of(
            "carte_limit_refused_total", "nobody is refused: the local start limits nobody",
            "carte_page_parts_missing_total", "nothing is missing from any page",
            "carte_order_catch_ups_total", "menu-service tells order-service what it asks for");

    @BeforeAll
    static void letSomethingHappen() {
        RestaurantId mamaPut = SUITE.freshRestaurant();
        API.createRestaurant(mamaPut.value());
        API.putFirstMenu(mamaPut.value());
        await().untilAsserted(() -> assertThat(
                API.order(mamaPut.value(), 2, "jollof", 250_000).status()).isEqualTo(201));
        assertThat(API.menu(mamaPut.value()).status()).isEqualTo(200);
        assertThat(API.get("/api/v1/restaurants/" + mamaPut).status()).isEqualTo(200);
    }

    @Test
    void askForWhatTheServicesShow() {
        List<Query> queries = Observability.queries();
        assertThat(queries).hasSizeGreaterThan(150);

        // Kafka's clients are looked at for new partitions once a minute.
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofSeconds(1)).untilAsserted(
                () -> assertThat(unanswered(queries, scraped())).isEmpty());
    }

    @Test
    void wouldBeNoticedIfTheyAskedForAnythingElse() {
        Exposition shown = scraped();

        assertThat(List.of(
                "rate(carte_dreams_total[5m])",
                "carte_edge_menus{job=\"cache-invalidator\"}",
                "sum(carte_reads_cache_total{result=\"perhaps\"})",
                "carte:dreams:rate5m")).allSatisfy(
                        wrong -> assertThat(
                                unanswered(List.of(new Query("here", wrong)), shown)).hasSize(1));
    }

    @Test
    void countNothingAsRareThatIsNoMetricOfOurs() {
        assertThat(RARE.keySet()).allSatisfy(name -> assertThat(Observability.registry())
                .contains("`" + name + "`"));
    }

    private static List<String> unanswered(List<Query> queries, Exposition shown) {
        Set<String> known = new HashSet<>(PROMETHEUS);
        known.addAll(RARE.keySet());
        known.addAll(Observability.recorded());
        return queries.stream().flatMap(query -> Selector.of(query.expression()).stream()
                .filter(selector -> !known.contains(selector.metric()))
                .filter(selector -> !shown.shows(selector))
                .map(selector -> query.where() + " asks for " + selector))
                .distinct().toList();
    }

    private static Exposition scraped() {
        return new Exposition(Stream.of(Service.values()).collect(Collectors.toMap(
                Service::moduleName, service -> SUITE.metrics(SUITE.suite().service(service)))));
    }
}
