package carte.order.database;

import carte.kit.postgres.PostgresSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code carte.database.replica.*}.
 *
 * @param replica null where there is none
 */
@ConfigurationProperties("carte.database")
record ReplicaSettings(@Nullable PostgresSettings replica) {}
