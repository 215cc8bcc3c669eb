package carte.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest {

    private final HttpHeaders service = new DefaultHttpHeaders();
    private final HttpHeaders client = new DefaultHttpHeaders()
            .add("X-Content-Type-Options", "nosniff")
            .add("traceresponse", "00-ours");

    @ParameterizedTest
    @ValueSource(strings = {"ETag", "Menu-Version", "As-Of", "Cache-Status", "Cache-Control",
            "Surrogate-Key", "Content-Type", "Content-Encoding", "Content-Length", "Vary", "Date",
            "Retry-After", "Location", "Allow"})
    void keepsWhatTheServiceSays(String name) {
        service.add(name, "word for word").add(name, "twice");
        ResponseHeaders.copy(service, client);
        assertThat(client.getAll(name)).containsExactly("word for word", "twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Trailer",
            "Server", "server", "X-Listed"})
    void dropsWhatIsForThisHopOrTellsOfTheSoftware(String name) {
        service.add(name, "x").add("Connection", "X-Listed");
        ResponseHeaders.copy(service, client);
        assertThat(client.contains(name)).isFalse();
    }

    @Test
    void letsTheGatewaysOwnHeadersWin() {
        service.add("traceresponse", "00-theirs").add("X-Content-Type-Options", "sniff");
        ResponseHeaders.copy(service, client);
        assertThat(client.getAll("traceresponse")).containsExactly("00-ours");
        assertThat(client.getAll("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void keepsTheTraceOfTheServiceWhereThereIsNoOther() {
        service.add("traceresponse", "00-theirs");
        client.remove("traceresponse");
        ResponseHeaders.copy(service, client);
        assertThat(client.getAll("traceresponse")).containsExactly("00-theirs");
    }

    @Test
    void takesBackEverythingButItsOwn() {
        service.add("ETag", "\"7\"").add("Content-Length", "12");
        ResponseHeaders.copy(service, client);
        ResponseHeaders.takeBack(client);
        assertThat(client.names())
                .containsExactlyInAnyOrder("X-Content-Type-Options", "traceresponse");
    }
}
