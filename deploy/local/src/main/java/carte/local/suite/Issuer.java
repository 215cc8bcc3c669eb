package carte.local.suite;

import carte.embedded.FreePorts;
import carte.local.data.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The issuer of tokens of one run: how it is started and where it is. */
public final class Issuer {

    /** The secret of everybody who may ask for a token, and their password. */
    public static final String SECRET = "carte-demo";

    private static final String HEAP = "96m";

    private final Checkout checkout;
    private final Path directory;
    private final int port;
    private final URI gateway;

    private Issuer(Checkout checkout, Path directory, int port, URI gateway) {
        this.checkout = checkout;
        this.directory = directory;
        this.port = port;
        this.gateway = gateway;
    }

    /** Logins return to the gateway. */
    static Issuer of(SuiteOptions options, Checkout checkout, DataDirectory data, URI gateway) {
        int port = options.issuerPort() == 0 ? FreePorts.any() : options.issuerPort();
        return new Issuer(checkout, data.resolve("issuer"), port, gateway);
    }

    /** Returns its address, which is also its name in tokens. */
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Returns the file that holds the key by which tokens are signed, as a JSON Web Key. */
    public Path key() {
        return directory.resolve("key.json");
    }

    List<String> command() {
        PreparedJar prepared = PreparedJar.of(
                checkout.issuer(), checkout.prepared().resolve("issuer"));
        var command = new ArrayList<>(JavaRuntime.command(HEAP));
        command.addAll(List.of("-jar", prepared.jar().toString(),
                "--server.port=" + port,
                "--carte.issuer.key-file=" + key(),
                "--carte.issuer.secret=" + SECRET,
                "--carte.issuer.gateways=" + gateway));
        return command;
    }

    URI health() {
        return URI.create("http://127.0.0.1:" + port + "/.well-known/openid-configuration");
    }

    /** Writes down where it is, for {@code deploy/local/token}. */
    void tellAddress() {
        try {
            Files.writeString(addressFile(), address() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forgetAddress() {
        try {
            Files.deleteIfExists(addressFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path addressFile() {
        return directory.resolve("address");
    }
}
