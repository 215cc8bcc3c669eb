package carte.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.issuer.*}.
 *
 * @param keyFile where the signing key is kept; made if it is not there
 * @param secret of every client, and the password of every user
 * @param gateways to where the console's logins return
 */
@ConfigurationProperties("carte.issuer")
record IssuerSettings(@DefaultValue(".carte/issuer/key.json") Path keyFile,
        @DefaultValue("carte-demo") String secret,
        @DefaultValue("http://localhost:8080") List<URI> gateways) {

    IssuerSettings {
        gateways = List.copyOf(gateways);
    }

    @Override
    public String toString() {
        return "IssuerSettings[keyFile=" + keyFile + ", gateways=" + gateways + "]";
    }
}
