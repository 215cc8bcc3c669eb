package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.RestaurantId;
import carte.gateway.route.RouteTable;
import carte.kit.security.Forgery;
import carte.kit.security.TokenSigner;
import carte.local.suite.Service;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;

/**
 * Every call of the public API with tokens of every kind, on the real issuer. The calls are those
 * of the gateway's table: one that is added there is an admin's, unless it is a customer's here.
 */
class AccessMatrixIT {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final RestaurantId MAMA_PUT = SUITE.freshRestaurant();

    private static final Set<String> CUSTOMERS = Set.of(
            "GET /api/v1/restaurants",
            "GET /api/v1/restaurants/popular",
            "GET /api/v1/restaurants/{id}",
            "GET /api/v1/restaurants/{id}/menu",
            "GET /api/v1/restaurants/{id}/events",
            "POST /api/v1/orders",
            "GET /api/v1/orders/{id}",
            "GET /api/v1/orders/{id}/events",
            "POST /api/v1/orders/{id}/rating");

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private record Call(HttpMethod method, String template) {

        boolean isCustomers() {
            String asGet = method.equals(HttpMethod.HEAD) ? "GET" : method.name();
            return CUSTOMERS.contains(asGet + " " + template);
        }

        boolean isOfOneRestaurant() {
            return template.startsWith("/api/v1/restaurants/");
        }

        String path() {
            return template.replace("/restaurants/{id}", "/restaurants/" + MAMA_PUT)
                    .replace("{id}", "0198f1c2-7d1e-7000-8000-000000000000")
                    .replace("{itemId}", "jollof")
                    .replaceAll("\\{.*?}", "1");
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    private record Answer(int status, String challenge, String body) {}

    @BeforeAll
    static void openARestaurant() {
        SUITE.api().createRestaurant(MAMA_PUT.value());
        SUITE.api().putFirstMenu(MAMA_PUT.value());
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void refusesTokensThatAreWrong(Forgery forgery) throws Exception {
        String token = "Bearer " + forgery.made(signer());
        for (Call call : adminCalls()) {
            refused(call, token, 401, "error=\"invalid_token\"");
        }
    }

    @Test
    void refusesWhoHasNoToken() throws Exception {
        for (Call call : adminCalls()) {
            refused(call, "", 401, "realm=\"carte\"");
        }
    }

    @Test
    void refusesAnotherRestaurantsToken() throws Exception {
        String token = "Bearer " + SUITE.suite().token("NG-suya-spot");
        for (Call call : adminCalls().stream().filter(Call::isOfOneRestaurant).toList()) {
            refused(call, token, 403, "error=\"insufficient_scope\"");
        }
        refused(new Call(HttpMethod.POST, "/api/v1/restaurants"), token, 403,
                "error=\"insufficient_scope\"");
    }

    @Test
    void letsARestaurantAndAnOperatorThrough() throws Exception {
        for (String who : List.of(MAMA_PUT.value(), "operator")) {
            String token = "Bearer " + SUITE.suite().token(who);
            for (Call call : adminCalls().stream().filter(Call::isOfOneRestaurant).toList()) {
                assertThat(send(gateway(), call, token).status()).as("%s as %s", call, who)
                        .isNotIn(401, 403).isLessThan(500);
            }
        }
        assertThat(send(gateway(), new Call(HttpMethod.POST, "/api/v1/restaurants"),
                "Bearer " + SUITE.suite().token("operator")).status()).isEqualTo(400);
    }

    @Test
    void asksNothingOfCustomers() throws Exception {
        List<Call> calls = calls().filter(Call::isCustomers).toList();
        assertThat(calls).hasSizeGreaterThan(5);
        for (String authorization : List.of("", "Bearer let-me-in", "Basic x", "nonsense")) {
            for (Call call : calls) {
                Answer answer = send(gateway(), call, authorization);
                boolean knowsTheOrder = answer.status() == 401
                        && call.template().startsWith("/api/v1/orders/{id}")
                        && (call.method().equals(HttpMethod.HEAD)
                                || answer.body().contains("that came with the order"));
                assertThat((answer.status() == 401 && !knowsTheOrder) || answer.status() == 403)
                        .as("%s: %s", call, answer).isFalse();
            }
        }
    }

    @AfterAll
    static void changesNothingThroughAnyOfThis() {
        assertThat(SUITE.history(MAMA_PUT)).containsExactly(1L, 2L);
    }

    /** At the gateway, and at the service by whoever comes past the gateway. */
    private static void refused(Call call, String authorization, int status, String challenge)
            throws Exception {
        for (URI to : List.of(gateway(), serviceOf(call))) {
            Answer answer = send(to, call, authorization);
            assertThat(answer.status()).as("%s at %s: %s", call, to, answer.body())
                    .isEqualTo(status);
            assertThat(answer.challenge()).startsWith("Bearer").contains(challenge);
        }
    }

    private static List<Call> adminCalls() {
        List<Call> calls = calls().filter(call -> !call.isCustomers()).toList();
        assertThat(calls).hasSizeGreaterThan(15);
        return calls;
    }

    private static Stream<Call> calls() {
        return RouteTable.routes().stream().flatMap(route -> route.methods().stream()
                .map(method -> new Call(method, route.template())));
    }

    private static Answer send(URI to, Call call, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to.resolve(call.path()))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(call.method().name(), BodyPublishers.ofString("not JSON"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<InputStream> answer = CLIENT.send(
                request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            // Of an answer that has no end the status is enough.
            byte[] begin = answer.statusCode() == 200 ? new byte[0] : body.readAllBytes();
            return new Answer(answer.statusCode(),
                    answer.headers().firstValue("WWW-Authenticate").orElse(""),
                    new String(begin, StandardCharsets.UTF_8));
        }
    }

    private static TokenSigner signer() throws IOException, ParseException {
        return new TokenSigner(SUITE.suite().issuer().address().toString(),
                RSAKey.parse(Files.readString(SUITE.suite().issuer().key())));
    }

    private static URI gateway() {
        return SUITE.suite().gateway();
    }

    private static URI serviceOf(Call call) {
        carte.gateway.route.Service owner = RouteTable.find(call.path()).orElseThrow().service();
        return SUITE.suite().service(switch (owner) {
            case MENU -> Service.MENU;
            case ORDER -> Service.ORDER;
        }).address();
    }
}
