package carte.gateway;

import static carte.gateway.Problems.assertProblem;
import static carte.gateway.RunningGateway.MENU;
import static carte.gateway.RunningGateway.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import carte.kit.security.Forgery;
import carte.kit.security.TestIssuer;
import carte.kit.security.TokenSigner;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets past the gateway, and with what in their hands. */
class AccessIT {

    private static final StubService MENU_SERVICE = new StubService();
    private static final StubService ORDER_SERVICE = new StubService();
    private static final TokenSigner SIGNER = TestIssuer.shared().signer();

    private static RunningGateway gateway;

    @BeforeAll
    static void open() {
        gateway = new RunningGateway(
                List.of(MENU_SERVICE.address()), List.of(ORDER_SERVICE.address()));
    }

    @AfterAll
    static void close() {
        gateway.close();
        MENU_SERVICE.close();
        ORDER_SERVICE.close();
    }

    @BeforeEach
    void answerNothing() {
        MENU_SERVICE.answers(204, "");
        ORDER_SERVICE.answers(204, "");
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void keepsCallsWithAWrongTokenFromTheService(Forgery forgery) throws Exception {
        HttpResponse<byte[]> answer = put("Bearer " + forgery.made(SIGNER));
        assertProblem(answer, 401, "unauthorized");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"carte\", error=\"invalid_token\"");
        assertThat(MENU_SERVICE.received()).isEmpty();
    }

    @Test
    void keepsAnotherRestaurantsPeopleFromTheService() throws Exception {
        assertProblem(put("Bearer " + SIGNER.restaurants("NG-suya-spot")), 403, "forbidden")
                .contains("NG-mama-put-ikeja");
        assertThat(MENU_SERVICE.received()).isEmpty();
    }

    @Test
    void showsTheServiceTheTokenThatItHasVerified() throws Exception {
        String token = "Bearer " + SIGNER.restaurants("NG-mama-put-ikeja");
        assertThat(put(token).statusCode()).isEqualTo(204);
        assertThat(MENU_SERVICE.onlyRequest().header("Authorization")).isEqualTo(token);
    }

    @Test
    void refusesBeforeTheBodyHasArrived() throws Exception {
        try (Socket socket = gateway.connect()) {
            RunningGateway.write(socket, "PUT " + MENU + " HTTP/1.1", "Host: localhost",
                    "Content-Length: 1000000");
            byte[] begin = socket.getInputStream().readNBytes(12);
            assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 401");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer the-order-s-own", "Bearer", "Basic x", "nonsense"})
    void handsACustomersOwnTokenOn(String authorization) throws Exception {
        for (HttpRequest.Builder call : List.of(
                gateway.to(ORDERS + "/o1", authorization).GET(),
                gateway.to(ORDERS, authorization).POST(BodyPublishers.ofString("{}")))) {
            ORDER_SERVICE.answers(204, "");
            assertThat(gateway.send(call).statusCode()).isEqualTo(204);
            assertThat(ORDER_SERVICE.onlyRequest().header("Authorization"))
                    .isEqualTo(authorization);
        }
        assertThat(gateway.send(gateway.to(MENU, authorization).GET())
                .statusCode()).isEqualTo(204);
    }

    private static HttpResponse<byte[]> put(String authorization) throws Exception {
        return gateway.send(gateway.to(MENU, authorization).PUT(BodyPublishers.ofString("{}")));
    }
}
