package carte.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One topic of dishes, written in transactions and read by a group. */
record KafkaTopic(String bootstrapServers, String name) {

    private static final int TRIES = 100;

    void create() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, 3, (short) 1))).all().get();
        }
    }

    String clusterId() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            return admin.describeCluster().clusterId().get();
        }
    }

    void add(String dish) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map
                .of("bootstrap.servers", bootstrapServers, "transactional.id", "writer-" + name);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(name, dish, dish)).get();
            producer.commitTransaction();
        }
    }

    /** Reads, as a new group, until that many dishes have come. */
    List<String> read(String group, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers, "group.id", group,
                "auto.offset.reset", "earliest", "isolation.level", "read_committed");
        List<String> dishes = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(name));
            for (int poll = 0; poll < TRIES && dishes.size() < count; poll++) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> dishes.add(found.value()));
            }
        }
        return dishes;
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }
}
