package carte.embedded;

/** A Redis server for tests, wherever it runs. */
public interface RedisServer {

    /** Returns the address that the server listens on. */
    String host();

    /** Returns the port that the server listens on. */
    int port();
}
