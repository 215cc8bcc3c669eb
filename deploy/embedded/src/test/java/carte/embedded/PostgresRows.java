package carte.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One table of dishes, over JDBC. */
record PostgresRows(EmbeddedPostgres server, String database) {

    void create() throws SQLException {
        execute("CREATE TABLE dish (name text)");
    }

    void add(String dish) throws SQLException {
        execute("INSERT INTO dish VALUES ('" + dish + "')");
    }

    private void execute(String command) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection
                        .createStatement()) {
            statement.execute(command);
        }
    }

    String read(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    String onlyDish() throws SQLException {
        return read("SELECT string_agg(name, ',') FROM dish");
    }

    private Connection connect() throws SQLException {
        return DriverManager
                .getConnection(server.jdbcUrl(database), server.username(), server.password());
    }
}
