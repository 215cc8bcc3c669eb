package carte.containers;

import carte.embedded.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL that survives the death of its process no more than the embedded one does. */
final class PostgresContainer extends PostgreSQLContainer implements PostgresServer {

    private static final String NAME_RULE = "[a-z_][a-z0-9_]{0,62}";

    /** SQLSTATE of a database that exists, and of one that someone else just made. */
    private static final Set<String> EXISTS_ALREADY = Set.of("42P04", "23505");

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
    public void createDatabase(String name) {
        if (!name.matches(NAME_RULE)) {
            throw new IllegalArgumentException("a database's name must match " + NAME_RULE);
        }
        try (Connection connection = DriverManager.getConnection(
                jdbcUrl(getDatabaseName()), username(), password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            if (!EXISTS_ALREADY.contains(failure.getSQLState())) {
                throw new IllegalStateException("database " + name + " cannot be made", failure);
            }
        }
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
