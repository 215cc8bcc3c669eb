package carte.gateway.welcome;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Writes the address into the log once calls are taken. */
@Component
class OpeningNotice {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningNotice.class);

    @EventListener(ApplicationReadyEvent.class)
    void opened(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        LOG.info("Carte is served at http://localhost:{}",
                environment.getProperty("local.server.port"));
    }
}
