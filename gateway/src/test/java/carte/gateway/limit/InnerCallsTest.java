package carte.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class InnerCallsTest {

    private final InnerCalls innerCalls = new InnerCalls();

    @Test
    void areKnownByWhatNobodyElseKnows() {
        assertThat(innerCalls.isInner(innerCalls.secret())).isTrue();
        assertThat(innerCalls.isInner(new InnerCalls().secret())).isFalse();
        assertThat(innerCalls.isInner("")).isFalse();
        assertThat(innerCalls.isInner(null)).isFalse();
    }

    @Test
    void areNotCounted() {
        RateLimit limit = new RateLimit(
                (_, _) -> Mono.error(new AssertionError("was counted")),
                new RateSettings(300, 600, 50, 100, Duration.ofSeconds(1)), 0, innerCalls,
                new SimpleMeterRegistry());
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/")
                .header(InnerCalls.HEADER, innerCalls.secret()));
        assertThat(limit.admit(exchange).blockOptional(Duration.ofSeconds(1))).isEmpty();
    }
}
