package carte.order;

import carte.contracts.event.EncodedEvent;
import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.event.MenuTopic;
import carte.contracts.event.RestaurantChanged;
import carte.contracts.event.RestaurantEventCodec;
import carte.contracts.event.Watermark;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import carte.embedded.EmbeddedServers;
import carte.embedded.PostgresServer;
import carte.kit.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service on real servers, with somebody who publishes menus and somebody who orders. */
public final class OrderServiceFixture {

    private static final Producer<String, byte[]> PUBLISHER = publisher();

    private OrderServiceFixture() {}

    /**
     * Wires the service to a database; each has a consumer group of its own. Most tests do without
     * watermarks: what the owner says of a copy holds for a while.
     */
    public static void wire(
            DynamicPropertyRegistry properties, PostgresServer postgres, String database) {
        properties.add("spring.kafka.bootstrap-servers",
                EmbeddedServers.kafka()::bootstrapServers);
        // Once: a supplier is asked whenever the property is.
        String group = "order-service-" + UUID.randomUUID();
        properties.add("spring.kafka.consumer.group-id", () -> group);
        properties.add("carte.database.url", () -> postgres.r2dbcUrl(database));
        properties.add("carte.database.username", postgres::username);
        properties.add("carte.database.password", postgres::password);
        properties.add("carte.order.menu-service", StubMenuService.shared()::address);
        // Relays of one name fence each other, and each database has its own.
        properties.add("carte.relay.name", () -> database);
        properties.add("carte.order.menus.version-wait", () -> "400ms");
        properties.add("carte.freshness.bound", () -> "1m");
        // The restaurants of the tests are as the events say.
        properties.add("carte.order.restaurants.bound", () -> "1h");
    }

    /** Returns a customer's client. */
    public static WebTestClient customer(int port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Content-Type", MediaType.APPLICATION_JSON_VALUE)
                .build();
    }

    /** Publishes that a menu changed. */
    public static void publish(MenuDocument menu) {
        publish(menu.restaurantId(), menu.version(), MenuJson.of(menu));
    }

    /** Publishes that a menu changed, with a document that may be missing or wrong. */
    public static void publish(
            RestaurantId id, MenuVersion version, @Nullable MenuJson document) {
        publish(MenuEventCodec.encode(
                new MenuChanged(id, version, "west", MamaPut.NOON, document)));
    }

    /** Publishes that a menu in a shard changed. */
    public static void publish(MenuDocument menu, String shard) {
        publish(MenuEventCodec.encode(new MenuChanged(menu.restaurantId(), menu.version(), shard,
                MamaPut.NOON, MenuJson.of(menu))));
    }

    /** Publishes a watermark behind the changes of a restaurant. */
    public static void publish(Watermark watermark, RestaurantId behind) {
        publish(MenuEventCodec.encode(watermark, MenuTopic.partitionOf(behind)));
    }

    /** Publishes that a restaurant changed. */
    public static void publish(RestaurantId id, long revision, OpeningHours hours) {
        publish(RestaurantEventCodec.encode(
                new RestaurantChanged(id, revision, "west", MamaPut.NOON, hours)));
    }

    /** Publishes a record. */
    public static void publish(EncodedEvent event) {
        List<Header> headers = event.headers()
                .entrySet()
                .stream()
                .<Header>map(header -> new RecordHeader(header.getKey(),
                        header.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        send(new ProducerRecord<>(
                event.topic(), event.partition(), event.key(), event.body(), headers));
    }

    /** Publishes a record that is no event. */
    public static void publishRubbish(RestaurantId id) {
        send(new ProducerRecord<>(MenuTopic.NAME, MenuTopic.partitionOf(id), id.value(),
                "rubbish".getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns an order of chicken jollof, delivered. */
    public static String jollof(RestaurantId id, long version, int quantity, long seen) {
        return order(id, version, "jollof", quantity, seen,
                "{\"groupId\":\"protein\",\"optionId\":\"chicken\",\"quantity\":1}");
    }

    /** Returns an order of one line, delivered. */
    public static String order(RestaurantId id, long version, String item, int quantity,
            long seen, String options) {
        return """
                {"restaurantId": "%s", "menuVersion": %d, "fulfilment": "DELIVERY",
                 "lines": [{"itemId": "%s", "quantity": %d,
                            "unitPrice": {"amount": %d, "currency": "NGN"},
                            "options": [%s]}]}"""
                .formatted(id, version, item, quantity, seen, options);
    }

    /** Sees to the topic first: a test may publish before any service has started. */
    private static Producer<String, byte[]> publisher() {
        String kafka = EmbeddedServers.kafka().bootstrapServers();
        new Topics(kafka, (short) 1).ensure();
        return new KafkaProducer<>(Map.of("bootstrap.servers", kafka), new StringSerializer(),
                new ByteArraySerializer());
    }

    private static void send(ProducerRecord<String, byte[]> record) {
        try {
            PUBLISHER.send(record).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the record was not published", e);
        }
    }
}
