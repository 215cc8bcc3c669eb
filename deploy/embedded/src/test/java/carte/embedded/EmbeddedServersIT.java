package carte.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

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
        assertThat(new PostgresRows(EmbeddedServers.postgres(), second).read("SELECT 1"))
                .isEqualTo("1");
    }
}
