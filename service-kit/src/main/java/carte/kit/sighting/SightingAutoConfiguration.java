package carte.kit.sighting;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** This instance's name, and the way to the topic of sightings. */
@AutoConfiguration
@ConditionalOnClass(Producer.class)
@ConditionalOnProperty("spring.kafka.bootstrap-servers")
class SightingAutoConfiguration {

    @Bean
    InstanceName instanceName(
            @Value("${carte.instance:}") String instance,
            @Value("${spring.application.name:carte}") String application,
            @Value("${HOSTNAME:}") String host,
            @Value("${server.port:8080}") int port) {
        return instance.isBlank()
                ? InstanceName.of(application, host.isBlank() ? localHost() : host, port)
                : new InstanceName(instance);
    }

    @Bean
    KafkaSightings kafkaSightings(
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers,
            InstanceName instance,
            MeterRegistry registry) {
        return new KafkaSightings(SightingProducers.of(bootstrapServers, instance), registry);
    }

    private static String localHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
