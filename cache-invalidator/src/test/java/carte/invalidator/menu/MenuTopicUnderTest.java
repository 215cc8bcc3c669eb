package carte.invalidator.menu;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;

import carte.contracts.event.MenuEventCodec;
import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import carte.contracts.fixture.Records;
import carte.contracts.menu.RestaurantId;
import carte.embedded.EmbeddedServers;
import carte.kit.kafka.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic on real Kafka, with a consumer group that has read everything so far. */
final class MenuTopicUnderTest implements AutoCloseable {

    private static final AtomicInteger GROUPS = new AtomicInteger();

    private final String servers = EmbeddedServers.kafka().bootstrapServers();
    private final String group = "cache-invalidator-" + GROUPS.incrementAndGet();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0),
            new StringSerializer(), new ByteArraySerializer());

    MenuTopicUnderTest() {
        new Topics(servers, (short) 1).ensure();
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        for (TopicPartition partition : partitions(MenuTopic.NAME)) {
            ends.put(partition, new OffsetAndMetadata(end(partition)));
        }
        get(admin.alterConsumerGroupOffsets(group, ends).all());
    }

    String bootstrapServers() {
        return servers;
    }

    String group() {
        return group;
    }

    /** Publishes the change of a menu to {@code version}, and waits for Kafka to have it. */
    void publish(RestaurantId id, long version) {
        send(Records.sent(MenuEventCodec.encode(
                Records.menuChanged(id, version, Instant.now()))));
    }

    /** Publishes a watermark into each partition. */
    void watermarks(Instant time) {
        for (int partition = 0; partition < MenuTopic.PARTITIONS; partition++) {
            send(Records.sent(MenuEventCodec.encode(new Watermark("west", time), partition)));
        }
    }

    /** Publishes a record as it is, and returns its offset. */
    long send(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get(20, SECONDS).offset();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take the record", e);
        }
    }

    /** Returns the offset that the group goes on from in the partition of a restaurant. */
    long committed(RestaurantId id) {
        TopicPartition partition = new TopicPartition(MenuTopic.NAME, MenuTopic.partitionOf(id));
        return requireNonNull(get(admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()).get(partition)).offset();
    }

    long end(RestaurantId id) {
        return end(MenuTopic.partitionOf(id));
    }

    long end(int partition) {
        return end(new TopicPartition(MenuTopic.NAME, partition));
    }

    /** Tells whether so many consumers have joined and share the partitions evenly. */
    boolean isSharedBy(int consumers) {
        List<Integer> shares = members().stream()
                .map(member -> member.assignment().topicPartitions().size())
                .toList();
        return shares.equals(Collections.nCopies(consumers, MenuTopic.PARTITIONS / consumers));
    }

    /** Returns the ids of the group's members, which change when one is thrown out. */
    Set<String> memberIds() {
        return members().stream().map(MemberDescription::consumerId).collect(Collectors.toSet());
    }

    /** Returns what stands in the dead-letter topic under a key. */
    List<ConsumerRecord<String, byte[]>> deadLetters(String key) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", servers),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(MenuTopic.DEAD_LETTERS);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < requireNonNull(ends.get(p)))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        found.removeIf(record -> !key.equals(record.key()));
        return found;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private List<MemberDescription> members() {
        return List.copyOf(requireNonNull(
                get(admin.describeConsumerGroups(List.of(group)).all()).get(group)).members());
    }

    private long end(TopicPartition partition) {
        return requireNonNull(get(admin.listOffsets(Map.of(partition, OffsetSpec.latest())).all())
                .get(partition)).offset();
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, MenuTopic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(20, SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer", e);
        }
    }
}
