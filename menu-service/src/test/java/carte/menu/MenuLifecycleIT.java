package carte.menu;

import static carte.menu.MenuApi.RESTAURANTS;
import static carte.menu.MenuApi.TWO_DISHES;
import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.event.MenuTopic;
import carte.embedded.EmbeddedServers;
import carte.menu.MenuApi.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** A restaurant's menu from its first version to Kafka and back over a restart. */
class MenuLifecycleIT {

    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi API = SERVICE.api();

    @Test
    void aRestaurantBeginsWithAnEmptyMenu() {
        String id = MenuApi.freshId("NG");

        Answer created = API.send(HttpMethod.POST, RESTAURANTS, MenuApi.mamaPut(id));

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(RESTAURANTS + "/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.version()).isEqualTo(1);
        Answer shown = API.get(RESTAURANTS + "/" + id);
        assertThat(shown.json()).isEqualTo(created.json());
        assertThat(shown.json().at("/name").stringValue()).isEqualTo("Mama Put");
        assertThat(shown.json().at("/country").stringValue()).isEqualTo("NG");
        assertThat(shown.json().at("/location/lat").doubleValue()).isEqualTo(6.6018);
        assertThat(shown.json().at("/openingHours/0/to").stringValue()).isEqualTo("23:00");
        assertThat(shown.json().at("/specialDays/0/date").stringValue()).isEqualTo("2026-12-25");
        assertThat(shown.json().at("/rating").isNull()).isTrue();
        assertThat(shown.json().at("/pausedUntil").isNull()).isTrue();
        assertThat(shown.json().at("/menuVersion").longValue()).isEqualTo(1);
        Answer menu = API.get(menuOf(id));
        assertThat(menu.json().at("/version").longValue()).isEqualTo(1);
        assertThat(menu.json().at("/sections").isEmpty()).isTrue();
        assertThat(menu.json().at("/currency").stringValue()).isEqualTo("NGN");
    }

    @Test
    void aMenuIsReplacedAndItsItemsAreChanged() {
        String id = API.createMamaPut();

        Answer replaced = API.send(HttpMethod.PUT, menuOf(id), TWO_DISHES, "If-Match", "\"1\"");
        Answer patched = API.patch(id, "suya",
                "{\"price\": {\"amount\": 190000, \"currency\": \"NGN\"}, \"description\": null}");

        assertThat(replaced.status()).as(replaced.body()).isEqualTo(200);
        assertThat(replaced.header("ETag")).isEqualTo("\"2\"");
        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(patched.header("ETag")).isEqualTo("\"3\"");
        assertThat(patched.version()).isEqualTo(3);
        Answer read = API.get(menuOf(id) + "?min_version=3");
        assertThat(read.body()).isEqualTo(patched.body());
        String suya = "/sections/1/sections/0/items/0";
        assertThat(read.json().at(suya + "/price/amount").longValue()).isEqualTo(190000);
        assertThat(read.json().at(suya + "/name").stringValue()).isEqualTo("Suya");
        assertThat(read.json().at(suya + "/description").isNull()).isTrue();
        assertThat(read.json().at("/sections/0")).isEqualTo(replaced.json().at("/sections/0"));
        assertThat(read.json().at("/restaurantId").stringValue()).isEqualTo(id);
        assertThat(SERVICE.history(id)).containsExactly("1", "2", "3");
        assertThat(SERVICE.query("west", "select change || ' by ' || author from menu_version"
                + " where restaurant_id = ? order by version", id)).containsExactly(
                        "CREATED by operator", "REPLACED by operator",
                        "ITEM_CHANGED by operator");
    }

    @Test
    void whatWasReadMayBeSentBackAndChangesNothing() {
        String id = API.createMamaPutWithMenu();
        Answer read = API.get(menuOf(id) + "?min_version=2");

        Answer sentBack = API.send(HttpMethod.PUT, menuOf(id), read.body(), "If-Match", "*");

        assertThat(sentBack.status()).isEqualTo(200);
        assertThat(sentBack.header("ETag")).isEqualTo("\"2\"");
        assertThat(sentBack.body()).isEqualTo(read.body());
        assertThat(SERVICE.history(id)).containsExactly("1", "2");
    }

    @Test
    void everyVersionReachesKafkaInOrderAndTheOutboxIsEmptied() {
        String id = API.createMamaPutWithMenu();
        Answer last = API.patch(id, "jollof", "{\"availability\": {\"status\": \"SOLD_OUT\"}}");

        await().untilAsserted(() -> assertThat(SERVICE.query("west",
                "select position from outbox where key = ?", id)).isEmpty());
        List<ConsumerRecord<String, byte[]>> records = records(id);

        assertThat(records).extracting(record -> header(record, "ce_id"))
                .containsExactly(id + "/1", id + "/2", id + "/3");
        ConsumerRecord<String, byte[]> record = records.getLast();
        assertThat(header(record, "ce_type")).isEqualTo("carte.menu.changed.v1");
        assertThat(header(record, "ce_source")).isEqualTo("/menu-service/west");
        assertThat(header(record, "ce_subject")).isEqualTo(id);
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        MenuChanged event = (MenuChanged) MenuEventCodec.decode(record).orElseThrow();
        assertThat(Objects.requireNonNull(event.menu()).utf8())
                .isEqualTo(last.body().getBytes(StandardCharsets.UTF_8));
        assertThat(event.publishedAt().toString())
                .isEqualTo(last.json().at("/publishedAt").stringValue());
    }

    @Test
    void timesOfVersionsGrow() {
        String id = API.createMamaPutWithMenu();
        IntStream.range(0, 20).forEach(i -> API.patch(id, "jollof",
                "{\"name\": \"Jollof " + i + "\"}"));

        assertThat(SERVICE.query("west", "select count(*) from (select published_at,"
                + " lag(published_at) over (order by version) as before from menu_version"
                + " where restaurant_id = ?) v where published_at <= before", id))
                .containsExactly("0");
        assertThat(SERVICE.history(id)).hasSize(22);
    }

    @Test
    void restartKeepsEverything() {
        Map<String, String> shards = RunningMenuService.freshShards();
        String id;
        Answer before;
        try (RunningMenuService first = RunningMenuService.start(shards)) {
            id = first.api().createMamaPutWithMenu();
            before = first.api().patch(id, "jollof", "{\"name\": \"Party jollof\"}");
        }

        try (RunningMenuService second = RunningMenuService.start(shards)) {
            Answer after = second.api().get(menuOf(id) + "?min_version=3");

            assertThat(after.body()).isEqualTo(before.body());
            assertThat(second.history(id)).containsExactly("1", "2", "3");
            assertThat(second.api().patch(id, "jollof", "{\"name\": \"Jollof\"}").version())
                    .isEqualTo(4);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Returns the records of a restaurant that Kafka has now. */
    private static List<ConsumerRecord<String, byte[]>> records(String restaurant) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", EmbeddedServers.kafka().bootstrapServers()),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, MenuTopic.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(MenuTopic.NAME, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends
                    .getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (restaurant.equals(record.key())) {
                        records.add(record);
                    }
                });
            }
            return records;
        }
    }
}
