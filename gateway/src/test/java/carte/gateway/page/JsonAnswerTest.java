package carte.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class JsonAnswerTest {

    private static final byte[] TAG = "7".getBytes(UTF_8);

    private final AtomicInteger compressed = new AtomicInteger();
    private final JsonAnswer answer = new JsonAnswer(work -> {
        compressed.incrementAndGet();
        work.run();
    });

    @Test
    void compressesWhatManyReadOnce() throws IOException {
        assertThat(send("/mama-put", content("jollof"))).contains("jollof");
        int once = compressed.get();
        assertThat(send("/mama-put", content("jollof"))).contains("jollof");
        assertThat(compressed).hasValue(once);
    }

    @Test
    void takesNothingFromAnotherAddressWhateverItsTag() throws IOException {
        assertThat(send("/mama-put", content("jollof"))).contains("jollof");
        assertThat(send("/the-place", content("suya"))).contains("suya");
    }

    @Test
    void compressesNothingForWhoHasIt() {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest
                .get("/mama-put").header("Accept-Encoding", "gzip")
                .header("If-None-Match", content("jollof").entityTag()));
        answer.send(content("jollof"), exchange).block();
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(compressed).hasValue(0);
    }

    /** All are tagged the same here, as pages without a restaurant may be. */
    private static Content content(String dish) {
        return Content.of(List.of((dish + " ").repeat(1_000).getBytes(UTF_8)), List.of(TAG));
    }

    private String send(String path, Content content) throws IOException {
        MockServerWebExchange exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get(path).header("Accept-Encoding", "gzip"));
        answer.send(content, exchange).block();
        InputStream body = DataBufferUtils.join(exchange.getResponse().getBody())
                .map(DataBuffer::asInputStream).toFuture().join();
        return new String(new GZIPInputStream(body).readAllBytes(), UTF_8);
    }
}
