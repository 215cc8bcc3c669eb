package carte.gateway.proxy;

import io.netty.buffer.ByteBuf;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.server.reactive.HttpHeadResponseDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServerResponse;

/** Passes answers on as they are, piece by piece, and those of a stream without any delay. */
final class Answers {

    private Answers() {}

    static Mono<Void> passOn(
            HttpClientResponse answer,
            Flux<ByteBuf> content,
            ServerHttpResponse client,
            boolean stream) {
        int status = answer.status().code();
        HttpServerResponse out = ServerHttpResponseDecorator.getNativeResponse(client);
        ResponseHeaders.copy(answer.responseHeaders(), out.responseHeaders());
        client.setRawStatusCode(status);
        if (status == 204 || status == 304 || client instanceof HttpHeadResponseDecorator) {
            return client.setComplete();
        }
        NettyDataBufferFactory buffers = (NettyDataBufferFactory) client.bufferFactory();
        Flux<DataBuffer> pieces = content.map(piece -> buffers.wrap(piece.retain()));
        return stream
                ? client.writeAndFlushWith(pieces.map(Mono::just))
                : client.writeWith(pieces);
    }
}
