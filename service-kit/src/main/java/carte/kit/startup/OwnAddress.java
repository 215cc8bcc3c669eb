package carte.kit.startup;

import java.net.URI;
import org.springframework.core.env.Environment;

/** Where this process reaches itself. */
public final class OwnAddress {

    private final Environment environment;

    OwnAddress(Environment environment) {
        this.environment = environment;
    }

    /** Returns the base address; throws {@link IllegalStateException} before the port is open. */
    public URI get() {
        String host = environment.getProperty("server.address", "127.0.0.1");
        return URI.create("http://%s:%s".formatted(
                host.contains(":") ? "[" + host + "]" : host,
                environment.getRequiredProperty("local.server.port")));
    }
}
