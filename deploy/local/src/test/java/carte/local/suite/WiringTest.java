package carte.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WiringTest {

    private static final Addresses AT = new Addresses("127.0.0.1:5432", "carte", "secret",
            "127.0.0.1", 6379, "127.0.0.1:9092", "127.0.0.1:19092",
            URI.create("http://localhost:9411/zipkin/"), URI.create("http://localhost:9000"));
    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    @Test
    void menuServiceHasThreeShardsOfTenCountries() {
        assertThat(Wiring.menu(AT))
                .containsEntry("carte.shards.west.url",
                        "r2dbc:postgresql://127.0.0.1:5432/menu_west")
                .containsEntry("carte.shards.west.countries", "NG,GH,CI,SN")
                .containsEntry("carte.shards.east.countries", "KE,UG,TZ,RW")
                .containsEntry("carte.shards.north.countries", "EG,MA")
                .containsEntry("carte.shards.north.username", "carte")
                .containsEntry("carte.shards.north.password", "secret")
                .containsEntry("spring.kafka.bootstrap-servers", "127.0.0.1:9092")
                .containsEntry("spring.data.redis.port", "6379")
                .containsEntry(ISSUER, "http://localhost:9000");
    }

    @Test
    void orderServiceHasADatabaseOfItsOwnAndNoRedis() {
        assertThat(Wiring.order(AT, List.of(URI.create("http://localhost:8081"))))
                .containsEntry("carte.order.menu-service", "http://localhost:8081")
                .containsEntry("carte.database.url", "r2dbc:postgresql://127.0.0.1:5432/orders")
                .containsEntry(ISSUER, "http://localhost:9000")
                .doesNotContainKey("spring.data.redis.host");
    }

    @Test
    void invalidatorHasNoDatabase() {
        assertThat(Wiring.invalidator(AT).keySet()).containsExactlyInAnyOrder(
                "spring.kafka.bootstrap-servers", "spring.data.redis.host",
                "spring.data.redis.port");
    }

    @Test
    void operatorsPageAsksEveryInstanceByName() {
        assertThat(Wiring.operations(AT, metrics()))
                .containsEntry("carte.operations.instances",
                        "gateway=http://localhost:9464/actuator/prometheus,"
                                + "menu-service=http://localhost:9465/actuator/prometheus")
                .containsEntry("carte.operations.traces", "http://localhost:9411/zipkin/");
    }

    private static Map<String, URI> metrics() {
        Map<String, URI> metrics = new LinkedHashMap<>();
        metrics.put("gateway", ServiceInstance.metrics(9464));
        metrics.put("menu-service", ServiceInstance.metrics(9465));
        return metrics;
    }

    @Test
    void gatewayKnowsServicesTheLogAndRedis() {
        assertThat(Wiring.gateway(AT,
                List.of(URI.create("http://localhost:8081"), URI.create("http://localhost:9081")),
                List.of(URI.create("http://localhost:8082"))))
                .containsEntry("carte.services.menu",
                        "http://localhost:8081,http://localhost:9081")
                .containsEntry("carte.services.order", "http://localhost:8082")
                .containsEntry("spring.kafka.bootstrap-servers", "127.0.0.1:19092")
                .containsEntry(ISSUER, "http://localhost:9000")
                .containsEntry("spring.data.redis.host", "127.0.0.1")
                .containsEntry("carte.limits.rate.reads", "1000000");
    }
}
