package carte.order.database;

import carte.kit.postgres.PostgresSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The settings {@code carte.database.*}. */
@ConfigurationProperties("carte")
record DatabaseSettings(PostgresSettings database) {}
