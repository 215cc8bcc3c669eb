package carte.menu.schedule;

import carte.menu.shard.ShardDatabases;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the schedule of each shard. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    @Bean
    ShardSchedules shardSchedules(
            ScheduleProperties properties,
            ShardDatabases databases,
            TakingEffect effects,
            MeterRegistry registry) {
        // The agent's, if there is one; else it does nothing.
        Tracer tracer = GlobalOpenTelemetry.getTracer("carte.menu.schedule");
        List<String> shards = properties.enabled() ? databases.names() : List.of();
        return new ShardSchedules(shards.stream()
                .map(shard -> new ShardSchedule(shard, databases.dataSource(shard), properties,
                        new TracedWork(effects, new ScheduleMeters(registry, shard), tracer)))
                .map(schedule -> ScheduleMeters.watched(registry, schedule))
                .toList());
    }
}
