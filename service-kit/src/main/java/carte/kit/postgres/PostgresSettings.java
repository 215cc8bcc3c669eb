package carte.kit.postgres;

/**
 * Where a PostgreSQL database is.
 *
 * @param url {@code r2dbc:postgresql://host:port/database}
 * @param poolSize most connections that requests may hold at once; 0 stands for 20
 */
public record PostgresSettings(String url, String username, String password, int poolSize) {

    private static final String PREFIX = "r2dbc:postgresql://";

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    public PostgresSettings {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "url: expected " + PREFIX + "host:port/database but found " + url);
        }
        if (poolSize < 0) {
            throw new IllegalArgumentException("pool-size: expected at least 1, or 0 for 20");
        }
        poolSize = poolSize == 0 ? 20 : poolSize;
    }

    /** Returns the same address for JDBC. */
    public String jdbcUrl() {
        return url.substring("r2dbc:".length()).transform(address -> "jdbc:" + address);
    }

    @Override
    public String toString() {
        return "PostgresSettings[" + url + "]";
    }
}
