package carte.containers;

import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The shared containers as service connections of each context that is wired to them; a test that
 * wires a server of its own, to stop it, keeps that.
 */
@AutoConfiguration(before = ServiceConnectionAutoConfiguration.class)
class ContainerConnections {

    @Bean
    @ServiceConnection
    @ConditionalOnClass(
            name = "org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails")
    @Conditional(OnSharedKafka.class)
    SharedKafkaContainer sharedKafka() {
        return Objects.requireNonNull(ContainerServers.startedKafka());
    }

    @Bean
    @ServiceConnection("redis")
    @ConditionalOnClass(
            name = "org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails")
    @Conditional(OnSharedRedis.class)
    RedisContainer sharedRedis() {
        return Objects.requireNonNull(ContainerServers.startedRedis());
    }

    static final class OnSharedKafka extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(
                ConditionContext context, AnnotatedTypeMetadata metadata) {
            SharedKafkaContainer kafka = ContainerServers.startedKafka();
            String wired = context.getEnvironment().getProperty("spring.kafka.bootstrap-servers");
            return new ConditionOutcome(
                    kafka != null && kafka.bootstrapServers().equals(wired), "Kafka at " + wired);
        }
    }

    static final class OnSharedRedis extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(
                ConditionContext context, AnnotatedTypeMetadata metadata) {
            RedisContainer redis = ContainerServers.startedRedis();
            String wired = context.getEnvironment().getProperty("spring.data.redis.port");
            return new ConditionOutcome(
                    redis != null && Integer.toString(redis.port()).equals(wired),
                    "Redis at " + wired);
        }
    }
}
