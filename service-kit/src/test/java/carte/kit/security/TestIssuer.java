package carte.kit.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** An OpenID Connect issuer that shows its keys, and gives tokens to whoever runs it. */
public final class TestIssuer implements AutoCloseable {

    private static final class Shared {
        static final TestIssuer INSTANCE = new TestIssuer();
    }

    private final HttpServer server;
    private final TokenSigner signer;

    /** Starts one on a free port. */
    public TestIssuer() {
        this(0);
    }

    TestIssuer(int port) {
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String uri = "http://localhost:" + port();
        signer = new TokenSigner(uri, Forgery.newKey("test"));
        answers("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/jwks", "subject_types_supported": ["public"],
                 "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "end_session_endpoint": "%1$s/leave"}""".formatted(uri));
        answers("/jwks", new JWKSet(signer.key().toPublicJWK()).toString());
        TestLogin.addTo(server, signer);
        server.start();
    }

    /** Returns the one that all tests of this JVM share. */
    public static TestIssuer shared() {
        return Shared.INSTANCE;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Returns who signs its tokens. */
    public TokenSigner signer() {
        return signer;
    }

    /** Returns the setting that makes a service trust it, as name=value. */
    public String setting() {
        return "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + signer.issuer();
    }

    private void answers(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
