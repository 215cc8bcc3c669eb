package carte.gateway.docs;

import carte.gateway.proxy.ServiceReads;
import carte.gateway.route.OwnRead;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the document; nothing of it is made before somebody asks. */
@Configuration(proxyBeanMethods = false)
class DocsConfiguration {

    @Bean
    PublicDocument publicDocument(List<ServiceReads> services, List<OwnRead> ownReads) {
        return new PublicDocument(
                () -> OwnCalls.document(ownReads), services, Clock.systemUTC());
    }
}
