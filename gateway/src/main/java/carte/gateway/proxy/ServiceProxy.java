package carte.gateway.proxy;

import carte.gateway.route.Service;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Has calls answered by one service. */
final class ServiceProxy implements WebHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceProxy.class);
    private static final byte[] NO_BODY = {};
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Service service;
    private final HttpClient client;
    private final Instances instances;
    private final ServiceSettings settings;
    private final LimitSettings limits;

    ServiceProxy(
            Service service, HttpClient client, ServiceSettings settings, LimitSettings limits) {
        this.service = service;
        this.client = client;
        this.instances = new Instances(settings.instances(service));
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
                .onErrorMap(NoAnswer.class, failed -> problem(call, failed));
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

    private ProblemException problem(Call call, NoAnswer failed) {
        ProblemException problem = switch (failed.failure()) {
            case NOT_REACHED -> unavailable("cannot be reached", failed);
            case BUSY -> unavailable("has too much to do", failed);
            case CLOSED -> badGateway("broke the connection off");
            case GARBLED -> badGateway("gave an answer that cannot be read");
            case TOO_SLOW -> ProblemException.of(ProblemType.UPSTREAM_TIMEOUT,
                    service.title() + " did not answer in time");
        };
        LOG.warn("{} {}: {} ({}: {})", call, problem.problem().status(),
                problem.problem().detail(), failed.instance(), failed.reason());
        return problem;
    }

    private ProblemException unavailable(String what, NoAnswer failed) {
        return ProblemException.unavailable(service.title() + " " + what, RETRY_AFTER, failed);
    }

    private ProblemException badGateway(String what) {
        return ProblemException.of(ProblemType.BAD_GATEWAY, service.title() + " " + what);
    }
}
