package carte.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;

/** Connects as the superuser to the database that every server has. */
record PostgresClient(String jdbcUrl, String username, String password) {

    static final String DATABASE = "postgres";

    private static final String NAME_RULE = "[a-z_][a-z0-9_]{0,62}";

    /** SQLSTATE of a database that exists, and of one that someone else just made. */
    private static final Set<String> EXISTS_ALREADY = Set.of("42P04", "23505");

    static PostgresClient of(PostgresServer server) {
        return new PostgresClient(
                server.jdbcUrl(DATABASE), server.username(), server.password());
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    void createDatabase(String name) {
        if (!name.matches(NAME_RULE)) {
            throw new IllegalArgumentException("a database's name must match " + NAME_RULE
                    + ", which '" + name + "' does not");
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            if (!EXISTS_ALREADY.contains(failure.getSQLState())) {
                throw new IllegalStateException("database " + name + " cannot be made", failure);
            }
        }
    }
}
