package carte.kit.menucache;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.CacheKeys;
import carte.contracts.event.MenuTopic;
import carte.contracts.menu.RestaurantId;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisMenuCacheTest {

    @Test
    void spreadsLifetimesByTenPercent() {
        Duration second = Duration.ofSeconds(1);
        assertThat(RedisMenuCache.spread(second, 0)).isEqualTo(900);
        assertThat(RedisMenuCache.spread(second, 0.5)).isEqualTo(1_000);
        assertThat(RedisMenuCache.spread(second, 1)).isEqualTo(1_100);
    }

    @Test
    void neverAsksForNoLifetimeAtAll() {
        assertThat(RedisMenuCache.spread(Duration.ofNanos(1), 0)).isEqualTo(1);
    }

    @Test
    void partitionsOwnOneHashSlotEach() {
        Map<Integer, Integer> slotOfPartition = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            RestaurantId id = new RestaurantId("GH-chop-bar-" + i);
            int slot = SlotHash.getSlot(CacheKeys.menu(id));
            Integer other = slotOfPartition.put(MenuTopic.partitionOf(id), slot);
            assertThat(other).isIn(null, slot);
        }
        assertThat(slotOfPartition).hasSize(MenuTopic.PARTITIONS);
        assertThat(new HashSet<>(slotOfPartition.values())).hasSize(MenuTopic.PARTITIONS);
    }
}
