package carte.kit.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntracedProbesTest {

    @ParameterizedTest
    @CsvSource({"/readyz, true", "/livez, true", "/actuator/prometheus, true",
            "/actuator/health/readiness, true", "/, false", "/readyzx, false",
            "/api/v1/restaurants, false"})
    void probesAndScrapesAreNotSampled(String uri, boolean untraced) {
        EmbeddedChannel channel = new EmbeddedChannel(UntracedProbes.INSTANCE);
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, uri));

        HttpRequest passedOn = Objects.requireNonNull(channel.readInbound());
        assertThat(passedOn.headers().contains("traceparent")).isEqualTo(untraced);
        assertThat(TraceParent.spanOf(TraceParent.NO_TRACE).isValid()).isTrue();
        assertThat(TraceParent.spanOf(TraceParent.NO_TRACE).isSampled()).isFalse();
    }
}
