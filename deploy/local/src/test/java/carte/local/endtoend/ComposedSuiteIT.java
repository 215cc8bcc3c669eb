package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.menu.RestaurantId;
import carte.local.endtoend.PublicApi.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The suite of {@code docker-compose.yml}, from outside: {@code deploy/containers/run}. */
@EnabledIfSystemProperty(named = GivenSuite.GATEWAYS, matches = ".+")
class ComposedSuiteIT {

    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SERVICES = List.of(
            "menu-service", "order-service", "cache-invalidator", "gateway-1", "gateway-2");

    private final RunningSuite suite = RunningSuite.shared();
    private final GivenSuite given = Objects.requireNonNull(GivenSuite.named());
    private final PublicApi admin = suite.api();
    private final List<PublicApi> customers = given.gateways().stream()
            .map(gateway -> new PublicApi(gateway.toString(), () -> ""))
            .toList();
    private final RestaurantId id = suite.freshRestaurant();

    @BeforeEach
    void openTheRestaurant() {
        assertThat(admin.createRestaurant(id.value()).status()).isEqualTo(201);
        assertThat(admin.putFirstMenu(id.value()).menuVersion()).isEqualTo(2);
    }

    @Test
    void aNewPriceIsShownByBothGatewaysWithinTheBound() {
        customers.forEach(customer -> await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(customer.menu(id.value()).header("Cache-Status"))
                        .isEqualTo("carte-edge; hit")));
        changeAndExpectItEverywhere(275_000);
    }

    @Test
    void anOrderIsTakenAtTheNewPriceAndRefusedAtTheOldOneAndCounted() {
        changeAndExpectItEverywhere(275_000);
        PublicApi customer = customers.getLast();

        Answer stale = customer.order(id.value(), 2, "jollof", 250_000);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().at("/type").stringValue())
                .isEqualTo("urn:problem:carte:menu-changed");
        Answer order = await().atMost(PATIENCE).until(
                () -> customer.order(id.value(), 3, "jollof", 275_000),
                answer -> answer.status() == 201);

        rate(order.json());
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode page = customer.get("/api/v1/restaurants/" + id).json();
            assertThat(page.at("/popularity/orderCount").asLong(0)).as("%s", page).isEqualTo(1);
        });
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sum(
                "carte_order_popularity_reads_total{from=\"replica\"}")).isPositive());
    }

    private void rate(JsonNode order) {
        String path = "/api/v1/orders/" + order.at("/id").stringValue();
        Stream.of("ACCEPTED", "PREPARING", "READY", "DELIVERED").forEach(
                state -> assertThat(admin.send("POST", path + "/transitions",
                        "{\"to\": \"" + state + "\"}").status()).isEqualTo(200));
        PublicApi orderer = suite.as(() -> order.at("/accessToken").stringValue());
        assertThat(orderer.send("POST", path + "/rating", "{\"stars\": 5}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "kafka", "cache-invalidator"})
    void aPartThatIsAwayKeepsNobodyFromFreshMenus(String part) {
        given.compose("stop", part);
        try {
            changeAndExpectItEverywhere(275_000);
        } finally {
            given.compose("start", part);
        }

        changeAndExpectItEverywhere(290_000);
        String way = "/api/v1/restaurants/" + id + "/menu/versions/4/propagation";
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode told = admin.get(way).json();
            assertThat(told.at("/redisAppliedAt").isString()).as("%s", told).isTrue();
            assertThat(told.at("/gateways").valueStream()
                    .map(gateway -> gateway.at("/instance").stringValue()))
                    .containsExactlyInAnyOrder("gateway-1", "gateway-2");
        });
    }

    @Test
    void servicesRunAsNobodyOnARootThatCannotBeWrittenTo() {
        assertThat(SERVICES).allSatisfy(service -> {
            assertThat(given.compose("exec", "-T", service, "id", "-u")).isEqualTo("10001");
            assertThat(given.compose("exec", "-T", service, "bash", "-c",
                    "touch /carte/written 2>/dev/null || echo refused")).isEqualTo("refused");
        });
    }

    @Test
    void aGatewayThatIsToldToEndEndsByItselfWhileTheOtherServes() {
        given.compose("stop", "gateway-1");
        try {
            // 128 and the number of SIGTERM: 137 would be that of SIGKILL.
            assertThat(given.inspect("gateway-1", "{{.State.ExitCode}}")).isEqualTo("143");
            assertThat(customers.getLast().menu(id.value()).status()).isEqualTo(200);
        } finally {
            given.compose("start", "gateway-1");
            await().atMost(PATIENCE).ignoreExceptions().until(
                    () -> customers.getFirst().menu(id.value()).status() == 200);
        }
    }

    @Test
    void logsAreEventsThatMachinesRead() {
        List<String> lines = given.compose("logs", "--no-color", "--tail", "50", "menu-service")
                .lines().filter(line -> line.contains("|"))
                .map(line -> line.substring(line.indexOf('|') + 1).strip())
                // What the JVM says before anything of ours runs.
                .filter(line -> !line.startsWith("OpenJDK ")).toList();
        assertThat(lines).isNotEmpty().allSatisfy(
                line -> assertThat(line).contains("\"@timestamp\"", "\"menu-service\""));
    }

    @Test
    void prometheusFindsTheMetricsOfEveryService() {
        PublicApi prometheus = new PublicApi(prometheus(), () -> "");
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            JsonNode up = prometheus.get("/api/v1/query?query=up").json();
            assertThat(up.at("/data/result").valueStream()
                    .filter(series -> series.at("/value/1").stringValue().equals("1"))
                    .map(series -> series.at("/metric/instance").stringValue()))
                    .as(() -> "up, where others say " + lastErrors(prometheus))
                    .containsAll(SERVICES);
        });
        assertThat(prometheus.get("/consoles/ServiceDown.md").response().body())
                .as("what an alert links to").contains("docker compose");
    }

    private static String lastErrors(PublicApi prometheus) {
        return prometheus.get("/api/v1/targets?state=active").json()
                .at("/data/activeTargets").valueStream()
                .map(target -> target.at("/labels/instance").asString("") + ": "
                        + target.at("/lastError").asString(""))
                .collect(Collectors.joining("; "));
    }

    private double sum(String series) {
        String query = URLEncoder.encode("sum(" + series + ")", StandardCharsets.UTF_8);
        return new PublicApi(prometheus(), () -> "").get("/api/v1/query?query=" + query).json()
                .at("/data/result/0/value/1").asDouble(0);
    }

    private String prometheus() {
        return "http://" + given.compose("port", "prometheus", "9090");
    }

    /** No answer that was asked for later than the bound allows may show an older menu. */
    private void changeAndExpectItEverywhere(long price) {
        Answer write = admin.changePrice(id.value(), "jollof", price);
        assertThat(write.status()).as(write.response().body()).isEqualTo(200);
        long acknowledged = System.nanoTime();
        for (PublicApi customer : customers) {
            long asked;
            long shown;
            do {
                asked = System.nanoTime();
                Answer answer = customer.menu(id.value());
                assertThat(answer.status()).isEqualTo(200);
                shown = answer.menuVersion();
            } while (shown < write.menuVersion()
                    && asked - acknowledged < BOUND.toNanos());
            assertThat(shown).isGreaterThanOrEqualTo(write.menuVersion());
        }
    }
}
