package carte.order.access;

import static org.assertj.core.api.Assertions.assertThat;

import carte.embedded.EmbeddedServers;
import carte.embedded.PostgresServer;
import carte.kit.postgres.PostgresDatabase;
import carte.kit.postgres.PostgresSettings;
import org.junit.jupiter.api.Test;

class GeneratedSecretIT {

    @Test
    void everyInstanceOfOneDatabaseGetsTheSameSecret() throws Exception {
        PostgresDatabase one = database();
        PostgresDatabase other = database();

        byte[] secret = new GeneratedSecret(one.dataSource()).get();

        assertThat(secret).hasSize(32);
        assertThat(new GeneratedSecret(one.dataSource()).get()).isEqualTo(secret);
        assertThat(new GeneratedSecret(other.dataSource()).get()).isNotEqualTo(secret);
    }

    private static PostgresDatabase database() {
        PostgresServer postgres = EmbeddedServers.postgres();
        PostgresDatabase database = new PostgresDatabase(new PostgresSettings(
                postgres.r2dbcUrl(EmbeddedServers.freshDatabase("secret")),
                postgres.username(), postgres.password(), 2));
        database.migrate("classpath:carte/order/database/migration");
        return database;
    }
}
