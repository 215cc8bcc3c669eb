package carte.containers;

import carte.embedded.PostgresServer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL that survives the death of its process no more than the embedded one does. */
final class PostgresContainer extends PostgreSQLContainer implements PostgresServer {

    PostgresContainer() {
        super("postgres:18");
        withUsername("carte");
        withPassword("carte");
        setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200",
                "-c", "timezone=UTC");
    }

    @Override
    public String username() {
        return getUsername();
    }

    @Override
    public String password() {
        return getPassword();
    }

    @Override
    public String r2dbcUrl(String database) {
        return "r2dbc:postgresql://" + address() + "/" + database;
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + address() + "/" + database;
    }

    private String address() {
        return getHost() + ":" + getMappedPort(POSTGRESQL_PORT);
    }
}
