package carte.kit.kafka;

import carte.contracts.event.MenuTopic;
import carte.contracts.event.OrderTopic;
import carte.contracts.event.RestaurantTopic;
import carte.contracts.event.SightingTopic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates Carte's topics where they are missing, and refuses events' of another shape. */
public final class Topics {

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final int WAIT_SECONDS = 10;
    private static final int PAUSE_MILLIS = 50;
    private static final int LARGEST_BATCH_BYTES = 8 * 1024 * 1024;

    private final String bootstrapServers;
    private final short replicationFactor;

    /** Connects to nothing yet. */
    public Topics(String bootstrapServers, short replicationFactor) {
        this.bootstrapServers = bootstrapServers;
        this.replicationFactor = replicationFactor;
    }

    /**
     * Waits until the topics are there; that of sightings may be missing.
     *
     * @throws IllegalStateException if a topic of events has another number of partitions
     * @throws KafkaException if Kafka does not answer in time
     */
    public void ensure() {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, WAIT_SECONDS * 1000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000))) {
            List<NewTopic> events = List.of(menuEvents(), restaurantEvents(), orderEvents());
            for (NewTopic topic : events) {
                create(admin, topic);
            }
            create(admin, deadLetters());
            requirePartitions(admin, events);
            createIfPossible(admin, sightings());
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not answer at " + bootstrapServers, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for Kafka", e);
        }
    }

    private NewTopic menuEvents() {
        return new NewTopic(MenuTopic.NAME, MenuTopic.PARTITIONS, replicationFactor).configs(Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime",
                // Watermarks come many times a second and only the newest matters; what is in the
                // segment in use is not compacted.
                TopicConfig.SEGMENT_MS_CONFIG, Long.toString(TimeUnit.MINUTES.toMillis(10)),
                TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.2",
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_BATCH_BYTES)));
    }

    private NewTopic deadLetters() {
        return new NewTopic(MenuTopic.DEAD_LETTERS, MenuTopic.PARTITIONS, replicationFactor)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(TimeUnit.DAYS.toMillis(30)),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(LARGEST_BATCH_BYTES)));
    }

    private NewTopic restaurantEvents() {
        return new NewTopic(RestaurantTopic.NAME, RestaurantTopic.PARTITIONS, replicationFactor)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime"));
    }

    private NewTopic orderEvents() {
        return new NewTopic(OrderTopic.NAME, OrderTopic.PARTITIONS, replicationFactor)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(TimeUnit.DAYS.toMillis(OrderTopic.RETAINED_DAYS)),
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
    }

    private NewTopic sightings() {
        return new NewTopic(SightingTopic.NAME, SightingTopic.PARTITIONS, replicationFactor)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        Long.toString(SightingTopic.RETAINED_BYTES),
                        TopicConfig.SEGMENT_BYTES_CONFIG,
                        Long.toString(SightingTopic.RETAINED_BYTES / 8),
                        // A producer whose clock is ahead would be refused.
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
    }

    /** Changes must flow whatever becomes of what is told about them. */
    private static void createIfPossible(Admin admin, NewTopic topic) throws InterruptedException {
        try {
            create(admin, topic);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("{} is missing and cannot be created: {}", topic.name(), e.toString());
        }
    }

    private static void create(Admin admin, NewTopic topic)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static void requirePartitions(Admin admin, List<NewTopic> topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, TopicDescription> found = describe(
                admin, topics.stream().map(NewTopic::name).toList());
        for (NewTopic topic : topics) {
            TopicDescription described = found.get(topic.name());
            int partitions = described == null ? 0 : described.partitions().size();
            if (partitions != topic.numPartitions()) {
                throw new IllegalStateException("the topic " + topic.name() + " has " + partitions
                        + " partitions but Carte's has " + topic.numPartitions()
                        + ": events and the cache's keys are laid out by them");
            }
        }
    }

    /** A broker may not have heard yet of a topic that was created a moment ago. */
    private static Map<String, TopicDescription> describe(Admin admin, List<String> names)
            throws ExecutionException, TimeoutException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (true) {
            try {
                return admin.describeTopics(names).allTopicNames()
                        .get(WAIT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
                        || System.nanoTime() - end > 0) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }
}
