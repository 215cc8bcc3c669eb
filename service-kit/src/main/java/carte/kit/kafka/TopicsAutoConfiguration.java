package carte.kit.kafka;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;

/** Sees to the topics before anything listens to them; a start without Kafka goes on. */
@AutoConfiguration
@ConditionalOnClass(KafkaTemplate.class)
@ConditionalOnProperty("spring.kafka.bootstrap-servers")
class TopicsAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(TopicsAutoConfiguration.class);

    @Bean
    Topics topics(
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers,
            @Value("${carte.kafka.replication-factor:1}") short replicationFactor) {
        return new Topics(bootstrapServers, replicationFactor);
    }

    @Bean
    InitializingBean topicsEnsured(Topics topics) {
        return () -> {
            try {
                topics.ensure();
            } catch (KafkaException e) {
                LOG.warn("{}: going on without, the topics are seen to later", e.getMessage());
            }
        };
    }
}
