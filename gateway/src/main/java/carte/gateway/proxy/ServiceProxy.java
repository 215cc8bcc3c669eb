package carte.gateway.proxy;

import carte.gateway.route.Service;
import java.net.URI;
import java.time.Duration;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Has calls answered by one service. */
final class ServiceProxy implements WebHandler {

    private static final byte[] NO_BODY = {};

    private final Service service;
    private final HttpClient client;
    private final Instances instances;
    private final ServiceSettings settings;
    private final LimitSettings limits;

    ServiceProxy(
            Service service,
            HttpClient client,
            Instances instances,
            ServiceSettings settings,
            LimitSettings limits) {
        this.service = service;
        this.client = client;
        this.instances = instances;
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        if (SecondAttempt.isRead(exchange.getRequest().getMethod())) {
            return forward(new Call(exchange, NO_BODY));
        }
        return RequestBody.read(exchange.getRequest(), limits)
                .flatMap(body -> forward(new Call(exchange, body)));
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
        return new Attempt(call, instance).run(client, untilAnswer, settings.answerTimeout());
    }
}
