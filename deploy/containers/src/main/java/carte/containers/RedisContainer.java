package carte.containers;

import carte.embedded.RedisServer;
import org.testcontainers.containers.GenericContainer;

/** A Redis that evicts nothing. */
final class RedisContainer extends GenericContainer<RedisContainer> implements RedisServer {

    private static final int PORT = 6379;

    RedisContainer() {
        super("redis:7");
        withExposedPorts(PORT);
        withCommand("redis-server", "--maxmemory-policy", "noeviction", "--save", "");
    }

    @Override
    public String host() {
        return getHost();
    }

    @Override
    public int port() {
        return getMappedPort(PORT);
    }

    /** Each context that ends closes its connections; the server is others' too. */
    @Override
    public void close() {
        // It ends with the JVM.
    }
}
