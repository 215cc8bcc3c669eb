package carte.gateway.edge;

import carte.contracts.menu.MenuVersion;
import carte.gateway.route.OwnRead;
import carte.gateway.route.RouteTable;
import carte.kit.http.AcceptEncoding;
import carte.kit.http.IfNoneMatch;
import carte.kit.http.MinVersion;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHeadResponseDecorator;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Answers {@code GET} and {@code HEAD} of a menu. */
final class MenuRead implements OwnRead {

    private final EdgeReads reads;

    MenuRead(EdgeReads reads) {
        this.reads = reads;
    }

    @Override
    public String template() {
        return RouteTable.MENU_TEMPLATE;
    }

    @Override
    public boolean isAtHand(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return request.getURI().getRawQuery() == null
                && reads.isFresh(RestaurantSegment.of(request));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        MenuVersion least = MinVersion.of(request.getQueryParams().get(MinVersion.NAME));
        AcceptHeader.require(MediaType.APPLICATION_JSON, request);
        List<String> acceptLanguage = request.getHeaders().getOrEmpty(
                org.springframework.http.HttpHeaders.ACCEPT_LANGUAGE);
        return reads.read(RestaurantSegment.of(request), least, acceptLanguage)
                .flatMap(answer -> switch (answer) {
                    case EdgeAnswer.Menu menu -> send(menu, exchange);
                    case EdgeAnswer.Other other -> other.answer().sendTo(exchange.getResponse());
                });
    }

    private static Mono<Void> send(EdgeAnswer.Menu answer, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        HttpServerResponse out = ServerHttpResponseDecorator.getNativeResponse(response);
        HttpHeaders headers = out.responseHeaders();
        AnswerHeaders.set(headers, answer);
        org.springframework.http.HttpHeaders asked = exchange.getRequest().getHeaders();
        if (IfNoneMatch.hasAlready(
                asked.getOrEmpty(org.springframework.http.HttpHeaders.IF_NONE_MATCH),
                answer.form().entityTag())) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        boolean gzip = AcceptEncoding.gzip(
                asked.getOrEmpty(org.springframework.http.HttpHeaders.ACCEPT_ENCODING));
        byte[] body = answer.form().body(gzip);
        AnswerHeaders.setBody(headers, answer.form(), gzip);
        response.setStatusCode(HttpStatus.OK);
        return response instanceof HttpHeadResponseDecorator
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
