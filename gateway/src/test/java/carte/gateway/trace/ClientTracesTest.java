package carte.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.limit.InnerCalls;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTracesTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-";

    private final InnerCalls innerCalls = new InnerCalls();

    @ParameterizedTest
    @ValueSource(strings = {PARENT + "01", PARENT + "03", PARENT + "ff", PARENT + "0x", "rubbish",
            "", PARENT + "00-more"})
    void aClientCannotHaveItsRequestSampled(String parent) {
        assertThat(passedOn(false, List.of(parent)).names()).containsExactly("host");
    }

    @Test
    void norBySayingItTwice() {
        assertThat(passedOn(false, List.of(PARENT + "00", PARENT + "01")).names())
                .containsExactly("host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "02"})
    void aClientMayHaveItsRequestLeftOut(String flags) {
        HttpHeaders headers = passedOn(false, List.of(PARENT + flags));
        assertThat(headers.getAll("traceparent")).containsExactly(PARENT + flags);
        assertThat(headers.contains("tracestate")).isTrue();
        assertThat(headers.contains("baggage")).isFalse();
    }

    @Test
    void aTrustedProxyDecidesButSendsNoBaggage() {
        HttpHeaders headers = passedOn(true, List.of(PARENT + "01"));
        assertThat(headers.getAll("traceparent")).containsExactly(PARENT + "01");
        assertThat(headers.contains("baggage")).isFalse();
    }

    @Test
    void whatThisProcessAsksItselfBelongsToItsTrace() {
        assertThat(passedOn(false, List.of(PARENT + "01"), innerCalls.secret())
                .getAll("traceparent")).containsExactly(PARENT + "01");
        assertThat(passedOn(false, List.of(PARENT + "01"), "a guess").contains("traceparent"))
                .isFalse();
    }

    private HttpHeaders passedOn(boolean trusting, List<String> parents) {
        return passedOn(trusting, parents, null);
    }

    private HttpHeaders passedOn(
            boolean trusting, List<String> parents, @Nullable String secret) {
        EmbeddedChannel channel = new EmbeddedChannel(new ClientTraces(trusting, innerCalls));
        HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        if (secret != null) {
            request.headers().add(InnerCalls.HEADER, secret);
        }
        request.headers().add("host", "carte").add("traceparent", parents)
                .add("tracestate", "vendor=client").add("baggage", "user=root");
        channel.writeInbound(request);
        HttpRequest passedOn = Objects.requireNonNull(channel.readInbound());
        return passedOn.headers();
    }
}
