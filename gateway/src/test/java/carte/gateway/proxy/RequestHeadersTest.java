package carte.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadersTest {

    private static final URI MENU_SERVICE = URI.create("http://menu-2:8081");

    private final HttpHeaders traced = new DefaultHttpHeaders();
    private final HttpHeaders client = new DefaultHttpHeaders().add("Host", "carte.example:8080");

    @Test
    void keepsWhatTheClientMeansForTheService() {
        client.add("If-None-Match", "\"7\"")
                .add("Accept-Encoding", "gzip")
                .add("Authorization", "Bearer x")
                .add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        HttpHeaders sent = sent(0);
        client.remove("Host")
                .forEach(header -> assertThat(sent.getAll(header.getKey()))
                        .containsExactly(header.getValue()));
    }

    @Test
    void keepsEveryValueOfAHeaderInOrder() {
        client.add("Accept", "application/json").add("Accept", "text/csv");
        assertThat(sent(0).getAll("Accept")).containsExactly("application/json", "text/csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Keep-Alive", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
            "Proxy-Connection", "Proxy-Authorization", "Expect", "baggage", "Baggage", "Forwarded",
            "X-Real-IP", "X-Forwarded-Prefix", "x-forwarded-port"})
    void dropsWhatIsForThisHopOrCannotBeTrusted(String name) {
        client.add(name, "evil");
        assertThat(sent(0).contains(name)).isFalse();
    }

    @Test
    void dropsWhatConnectionLists() {
        client.add("Connection", "close, X-Secret ").add("Connection", "x-other")
                .add("x-secret", "1").add("X-Other", "2").add("X-Kept", "3");
        assertThat(sent(0).names()).doesNotContain("Connection", "x-secret", "X-Other")
                .contains("X-Kept");
    }

    @Test
    void saysItselfWhoAskedAndHow() {
        client.add("X-Forwarded-For", "6.6.6.6").add("X-Forwarded-Proto", "https")
                .add("X-Forwarded-Host", "evil").add("Via", "1.1 evil");
        HttpHeaders sent = sent(0);
        assertThat(sent.getAll("X-Forwarded-For")).containsExactly("192.0.2.7");
        assertThat(sent.getAll("X-Forwarded-Proto")).containsExactly("http");
        assertThat(sent.getAll("X-Forwarded-Host")).containsExactly("carte.example:8080");
        assertThat(sent.getAll("Via")).containsExactly("1.1 carte-gateway");
        assertThat(sent.getAll("Host")).containsExactly("menu-2:8081");
    }

    @Test
    void hangsTheServicesSpanBelowTheGateways() {
        client.add("traceparent", "00-trace-client-01").add("tracestate", "vendor=client");
        traced.add("traceparent", "00-trace-gateway-01").add("baggage", "user=root")
                .add("User-Agent", "library");
        HttpHeaders sent = sent(0);
        assertThat(sent.getAll("traceparent")).containsExactly("00-trace-gateway-01");
        assertThat(sent.names()).doesNotContain("tracestate", "baggage", "User-Agent");

        traced.add("tracestate", "vendor=gateway");
        assertThat(sent(0).getAll("tracestate")).containsExactly("vendor=gateway");
    }

    @Test
    void statesTheLengthOfTheBodyThatIsSent() {
        client.add("Content-Length", "99");
        assertThat(sent(12).getAll("Content-Length")).containsExactly("12");
        assertThat(sent(0).contains("Content-Length")).isFalse();
    }

    private HttpHeaders sent(int body) {
        return RequestHeaders.of(client, traced, MENU_SERVICE, "192.0.2.7", body);
    }
}
