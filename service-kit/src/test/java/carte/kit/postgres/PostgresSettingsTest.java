package carte.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PostgresSettingsTest {

    @Test
    void givesTheSameAddressForJdbc() {
        var settings = new PostgresSettings("r2dbc:postgresql://db:5432/menu_west", "u", "p", 0);

        assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5432/menu_west");
        assertThat(settings.poolSize()).isEqualTo(20);
    }

    @Test
    void keepsThePasswordOutOfLogs() {
        var settings = new PostgresSettings("r2dbc:postgresql://db/menu", "u", "hunter2", 1);

        assertThat(settings.toString()).doesNotContain("hunter2");
    }

    @Test
    void saysWhatAnAddressLooksLike() {
        assertThatThrownBy(() -> new PostgresSettings("jdbc:postgresql://db/menu", "u", "p", 1))
                .hasMessageContaining("expected r2dbc:postgresql://host:port/database");
    }
}
