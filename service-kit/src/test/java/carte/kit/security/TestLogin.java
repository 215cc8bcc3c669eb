package carte.kit.security;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Logs everybody in who is sent there, as whom a cookie {@code who} names: a restaurant's id, the
 * operator, or an outsider, whose tokens are for other services. Codes are redeemed by their key
 * only (RFC 7636).
 */
final class TestLogin {

    private static final String OPERATOR = "operator";
    private static final String OUTSIDER = "outsider";

    private final TokenSigner signer;

    private TestLogin(TokenSigner signer) {
        this.signer = signer;
    }

    static void addTo(HttpServer server, TokenSigner signer) {
        TestLogin login = new TestLogin(signer);
        server.createContext("/authorize", login::authorize);
        server.createContext("/token", login::token);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
        String cookie = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
        String who = cookie.contains("who=")
                ? cookie.replaceAll(".*who=\"?([^;\"]*).*", "$1")
                : OPERATOR;
        String code = String.join("~", who, query.get("nonce"), query.get("code_challenge"));
        exchange.getResponseHeaders().set("Location", query.get("redirect_uri") + "?code=" + code
                + "&state=" + query.getOrDefault("state", "").replace("=", "%3D"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = parameters(new String(
                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String[] code = form.getOrDefault("code", "~~").split("~", 3);
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(
                carte.kit.digest.Sha256.of(
                        form.getOrDefault("code_verifier", "").getBytes(StandardCharsets.UTF_8)));
        boolean good = challenge.equals(code[2]);
        JWTClaimsSet identity = signer.claims(code[0]).audience(form.get("client_id"))
                .claim("nonce", code[1]).build();
        String access = switch (code[0]) {
            case OPERATOR -> signer.operator();
            case OUTSIDER -> signer.sign(signer.claims(OUTSIDER).audience("others").build());
            default -> signer.restaurants(code[0]);
        };
        byte[] body = (good
                ? """
                        {"access_token": "%s", "id_token": "%s", "token_type": "Bearer",
                         "expires_in": 3600, "scope": "openid profile"}"""
                        .formatted(access, signer.sign(identity))
                : "{\"error\": \"invalid_grant\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(good ? 200 : 400, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
