package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.menu.RestaurantId;
import carte.local.endtoend.PublicApi.Answer;
import carte.local.suite.Service;
import carte.local.suite.ServiceInstance;
import carte.local.telemetry.TelemetryRegistry;
import carte.local.telemetry.TelemetryRegistry.Metric;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the running services tell in numbers is what the registry says, neither more nor less. */
class TelemetryIT {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final PublicApi API = SUITE.api();
    private static final RestaurantId MAMA_PUT = SUITE.freshRestaurant();
    private static final TelemetryRegistry REGISTRY = TelemetryRegistry.ofThisCheckout();
    private static final Pattern FAMILY = Pattern.compile("# TYPE (\\w+) (\\w+)");
    private static final Pattern EXEMPLAR = Pattern.compile(
            "carte_edge_answers_seconds_bucket\\{.*} .* # \\{.*trace_id=\"[0-9a-f]{32}\".*}.*");

    @BeforeAll
    static void somebodyReadsAndOrders() {
        assertThat(API.createRestaurant(MAMA_PUT.value()).status()).isEqualTo(201);
        assertThat(API.putFirstMenu(MAMA_PUT.value()).menuVersion()).isEqualTo(2);
        assertThat(API.menu(MAMA_PUT.value()).status()).isEqualTo(200);
        await().until(() -> API.order(MAMA_PUT.value(), 2, "jollof", 250_000).status() == 201);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void whatAServiceTellsIsRegisteredAndWhatIsRegisteredItTells(Service service) {
        Map<String, String> told = families(SUITE.suite().service(service));
        Map<String, String> registered = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (Metric metric : REGISTRY.metricsOf(service.moduleName())) {
            registered.put(metric.exposed(), metric.type());
            if (metric.isThereFromTheStart()) {
                expected.put(metric.exposed(), metric.type());
            }
        }
        told.keySet().removeIf(name -> !name.startsWith("carte_"));
        assertThat(registered).containsAllEntriesOf(told);
        assertThat(told).containsAllEntriesOf(expected);
    }

    @Test
    void librariesTellWhatDashboardsStandOn() {
        assertThat(families(SUITE.suite().service(Service.GATEWAY)))
                .containsEntry("http_server_requests_seconds", "histogram")
                .containsKeys("resilience4j_circuitbreaker_state",
                        "reactor_netty_connection_provider_active_connections",
                        "reactor_netty_connection_provider_max_connections",
                        "reactor_netty_connection_provider_pending_connections");
        assertThat(families(SUITE.suite().service(Service.MENU)))
                .containsEntry("http_server_requests_seconds", "histogram")
                .containsKeys("r2dbc_pool_acquired_connections",
                        "r2dbc_pool_max_allocated_connections", "r2dbc_pool_pending_connections");
        assertThat(SUITE.metrics(SUITE.suite().service(Service.MENU)))
                .contains("r2dbc_pool_acquired_connections{name=\"west\"}");
        assertThat(SUITE.metrics(SUITE.suite().service(Service.ORDER)))
                .contains("r2dbc_pool_acquired_connections{name=\"orders\"}",
                        "resilience4j_circuitbreaker_state{");
    }

    @Test
    void timesAreToldWithTheTracesThatTookThem() {
        await().until(() -> {
            API.menu(MAMA_PUT.value());
            return openMetrics(Service.GATEWAY).anyMatch(
                    line -> EXEMPLAR.matcher(line).matches());
        });
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void tracesAreToldOnlyWhereTheFormatHasThem(Service service) {
        assertThat(openMetrics(service).filter(line -> line.contains(" # {")))
                .allMatch(line -> line.matches("\\w+_(bucket|total)\\b.*"));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void numbersAreToldOnThePortOfThePlatformOnly(Service service) {
        PublicApi instance = new PublicApi(
                SUITE.suite().service(service).address().toString(), () -> "");
        Answer answer = instance.get("/actuator/prometheus");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(instance.get("/readyz").status()).isEqualTo(200);
        assertThat(instance.get("/livez").status()).isEqualTo(200);
    }

    private static Stream<String> openMetrics(Service service) {
        return SUITE.metrics(SUITE.suite().service(service), "Accept",
                "application/openmetrics-text; version=1.0.0").lines();
    }

    private static Map<String, String> families(ServiceInstance instance) {
        Map<String, String> families = new TreeMap<>();
        FAMILY.matcher(SUITE.metrics(instance)).results()
                .filter(match -> !match.group(1).endsWith("_max"))
                .forEach(match -> families.put(match.group(1), match.group(2)));
        return families;
    }
}
