package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.MenuTopic;
import carte.contracts.menu.RestaurantId;
import carte.local.endtoend.PublicApi.Answer;
import carte.local.suite.Service;
import carte.local.suite.ServiceInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Logs tell of events, in which trace they happened, and no secret of anybody. */
class LogsIT {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final PublicApi API = SUITE.api();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final RestaurantId mamaPut = SUITE.freshRestaurant();
    private final String menu = "/api/v1/restaurants/" + mamaPut + "/menu";

    @Test
    void whatIsSentToTheSuiteDoesNotStandInItsLogs() {
        List<String> secrets = new ArrayList<>(List.of("sk-live-Adaeze", "Adaeze Okafor",
                "+2348012345678"));
        assertThat(API.createRestaurant(mamaPut.value()).status()).isEqualTo(201);
        assertThat(API.putFirstMenu(mamaPut.value()).menuVersion()).isEqualTo(2);
        secrets.add(SUITE.suite().token("operator"));
        Answer order = await().until(() -> API.order(mamaPut.value(), 2, "jollof", 250_000),
                answer -> answer.status() == 201);
        secrets.add(order.json().at("/accessToken").stringValue());

        PublicApi stranger = SUITE.as(() -> "sk-live-Adaeze");
        assertThat(stranger.changePrice(mamaPut.value(), "jollof", 1).status()).isEqualTo(401);
        assertThat(API.send("PUT", menu, "{\"name\": \"Adaeze Okafor\"", "If-Match", "\"2\"")
                .status()).isEqualTo(400);
        assertThat(API.send("POST", "/api/v1/orders",
                "{\"customer\": \"Adaeze Okafor\", \"telephone\": \"+2348012345678\"}",
                "Idempotency-Key", "sk-live-Adaeze").status()).isEqualTo(422);
        publish("{\"name\": \"Adaeze Okafor\", \"telephone\": \"+2348012345678\"");
        await().until(() -> log(Service.INVALIDATOR).contains("(" + mamaPut + ") cannot be read"));

        assertThat(SUITE.suite().instances()).allSatisfy(instance -> assertThat(log(instance))
                .isNotEmpty().doesNotContain(secrets).doesNotContain("Bearer "));
    }

    @Test
    void aLineNamesTheTraceInWhichItsEventHappened() {
        publish("rubbish");

        for (Service service : List.of(Service.INVALIDATOR, Service.ORDER, Service.GATEWAY)) {
            await().untilAsserted(() -> assertThat(log(service).lines())
                    .anyMatch(line -> line.contains("menu-events-")
                            && line.endsWith(" [" + TRACE + "]")));
        }
    }

    /** Publishes a record that is no event, in a trace of somebody's. */
    private void publish(String value) {
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers",
                SUITE.suite().addresses().kafka()), new StringSerializer(),
                new StringSerializer())) {
            var record = new ProducerRecord<>(MenuTopic.NAME, MenuTopic.partitionOf(mamaPut),
                    mamaPut.value(), value);
            record.headers().add("traceparent",
                    ("00-" + TRACE + "-00f067aa0ba902b7-01").getBytes(StandardCharsets.UTF_8));
            var _ = producer.send(record);
        }
    }

    private static String log(Service service) {
        return log(SUITE.suite().service(service));
    }

    private static String log(ServiceInstance instance) {
        try {
            return Files.readString(instance.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
