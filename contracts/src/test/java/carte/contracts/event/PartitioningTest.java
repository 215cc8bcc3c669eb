package carte.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.CacheKeys;
import carte.contracts.menu.RestaurantId;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class PartitioningTest {

    private static final String COUNTRIES = "NGGHCISNKEUGTZRWEGMA";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-";

    @Test
    void agreesWithKafkasOwnPartitioner() {
        assertThat(restaurants()).allSatisfy(id -> assertThat(MenuTopic.partitionOf(id))
                .isEqualTo(BuiltInPartitioner.partitionForKey(
                        id.value().getBytes(StandardCharsets.UTF_8), MenuTopic.PARTITIONS)));
    }

    @Test
    void usesAllPartitions() {
        assertThat(restaurants().map(MenuTopic::partitionOf).distinct())
                .hasSize(MenuTopic.PARTITIONS);
    }

    @Test
    void keysOfPartitionShareTheTagThatRedisHashes() {
        assertThat(restaurants()).allSatisfy(id -> {
            String key = CacheKeys.menu(id);
            assertThat(key).startsWith("{" + MenuTopic.partitionOf(id) + "}");
            assertThat(key).endsWith(":menu:" + id);
        });
    }

    private static Stream<RestaurantId> restaurants() {
        SplittableRandom random = new SplittableRandom(5);
        return Stream.generate(() -> restaurant(random)).limit(5_000);
    }

    private static RestaurantId restaurant(SplittableRandom random) {
        int country = 2 * random.nextInt(COUNTRIES.length() / 2);
        StringBuilder id = new StringBuilder(COUNTRIES.substring(country, country + 2)).append('-');
        int length = 1 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new RestaurantId(id.toString());
    }
}
