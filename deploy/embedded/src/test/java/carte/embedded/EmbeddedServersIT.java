package carte.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedServersIT {

    @Test
    void startsEachServerOnce() {
        assertThat(EmbeddedServers.postgres()).isSameAs(EmbeddedServers.postgres());
        assertThat(EmbeddedServers.redis()).isSameAs(EmbeddedServers.redis());
        assertThat(EmbeddedServers.kafka()).isSameAs(EmbeddedServers.kafka());
    }

    @Test
    void givesEachTestDatabaseOfItsOwn() throws SQLException {
        String first = EmbeddedServers.freshDatabase("menu");
        String second = EmbeddedServers.freshDatabase("menu");

        assertThat(first).startsWith("menu_").isNotEqualTo(second);
        assertThat(new PostgresRows(EmbeddedServers.postgresHere(), second).read("SELECT 1"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(classes = {EmbeddedPostgres.class, EmbeddedRedis.class, KafkaProcess.class})
    void areClosedWhenTheirJvmEnds(Class<?> kind) throws IOException, InterruptedException {
        AbandonedServer server = AbandonedServer.ofOwnerThatEnded(kind);

        assertThat(Processes.isRunning(server.pid())).isFalse();
    }
}
