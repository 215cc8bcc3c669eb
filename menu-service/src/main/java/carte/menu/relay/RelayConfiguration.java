package carte.menu.relay;

import carte.contracts.cache.Freshness;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import carte.kit.kafka.Topics;
import carte.kit.outbox.OutboxRelay;
import carte.kit.outbox.RelayHolder;
import carte.kit.outbox.RelayProducers;
import carte.kit.outbox.Watermarks;
import carte.kit.sighting.InstanceName;
import carte.kit.sighting.Sightings;
import carte.menu.shard.ShardDatabases;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up a relay for each shard. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    @Bean
    ShardRelays shardRelays(
            RelayProperties properties,
            Freshness freshness,
            ShardDatabases databases,
            Topics topics,
            Sightings sightings,
            InstanceName instance,
            MeterRegistry registry,
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
        properties.requireWithin(freshness);
        Map<String, OutboxRelay> relays = new TreeMap<>();
        if (properties.enabled()) {
            String holder = RelayHolder.ofThisProcess();
            for (String shard : databases.names()) {
                relays.put(shard, new OutboxRelay(shard, holder, databases.dataSource(shard),
                        RelayProducers.of(bootstrapServers, shard, topics),
                        watermarks(shard),
                        new AcknowledgedMenus(shard, sightings, instance),
                        properties.settings(), registry));
            }
        }
        return new ShardRelays(relays);
    }

    private static Watermarks watermarks(String shard) {
        return time -> IntStream.range(0, MenuTopic.PARTITIONS)
                .mapToObj(partition -> MenuEventCodec.encode(new Watermark(shard, time), partition))
                .toList();
    }
}
