package carte.embedded;

/** A PostgreSQL server for tests, wherever it runs. */
public interface PostgresServer {

    /** Returns the superuser. */
    String username();

    /** Returns the superuser's password. */
    String password();

    /**
     * Creates a database unless it is there.
     *
     * @throws IllegalArgumentException if the name would need quotes
     */
    default void createDatabase(String name) {
        PostgresClient.of(this).createDatabase(name);
    }

    /** Returns the R2DBC URL of a database, without the user and the password. */
    String r2dbcUrl(String database);

    /** Returns the JDBC URL of a database, without the user and the password. */
    String jdbcUrl(String database);
}
