package carte.gateway.proxy;

import carte.gateway.route.Route;
import carte.gateway.route.Service;
import java.net.URI;
import java.time.Duration;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Has calls answered by one service. */
final class ServiceProxy {

    private static final byte[] NO_BODY = {};

    private final Service service;
    private final ServiceConnections connections;
    private final Instances instances;
    private final ServiceSettings settings;
    private final LimitSettings limits;

    ServiceProxy(
            Service service,
            ServiceConnections connections,
            Instances instances,
            ServiceSettings settings,
            LimitSettings limits) {
        this.service = service;
        this.connections = connections;
        this.instances = instances;
        this.settings = settings;
        this.limits = limits;
    }

    Mono<Void> passOn(Route route, ServerWebExchange exchange) {
        if (SecondAttempt.isRead(exchange.getRequest().getMethod())) {
            return forward(new Call(route, exchange, NO_BODY));
        }
        return RequestBody.read(exchange.getRequest(), limits)
                .flatMap(body -> forward(new Call(route, exchange, body)));
    }

    private Mono<Void> forward(Call call) {
        URI first = instances.next();
        return attempt(call, first)
                .onErrorResume(NoAnswer.class, failed -> again(call, failed))
                .onErrorMap(NoAnswer.class,
                        failed -> NoAnswerProblems.of(service, call.toString(), failed));
    }

    private Mono<Void> again(Call call, NoAnswer failed) {
        return SecondAttempt.allowed(call.method(), failed.failure())
                ? attempt(call, instances.after(failed.instance()))
                : Mono.error(failed);
    }

    private Mono<Void> attempt(Call call, URI instance) {
        Duration untilAnswer = SecondAttempt.isRead(call.method())
                ? settings.readTimeout()
                : settings.writeTimeout();
        HttpClient client = call.stream() ? connections.streams() : connections.client();
        return new Attempt(call, instance).run(client, untilAnswer, settings.answerTimeout());
    }
}
