package carte.gateway.proxy;

import carte.gateway.route.Service;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Reads from one service on the gateway's own behalf: whole answers, kept for many clients. */
public final class ServiceReads {

    private static final byte[] NO_BODY = {};

    private final Service service;
    private final HttpClient client;
    private final Instances instances;
    private final ServiceSettings settings;

    ServiceReads(
            Service service, HttpClient client, Instances instances, ServiceSettings settings) {
        this.service = service;
        this.client = client;
        this.instances = instances;
        this.settings = settings;
    }

    /**
     * Reads {@code target}, in gzip where the service likes; a second instance is asked where that
     * may help. Fails with the problem to answer with.
     */
    public Mono<WholeAnswer> get(String target) {
        return Mono.defer(() -> attempt(target, instances.next()))
                .onErrorResume(NoAnswer.class, failed -> again(target, failed))
                .onErrorMap(NoAnswer.class,
                        failed -> NoAnswerProblems.of(service, "GET " + target, failed));
    }

    private Mono<WholeAnswer> again(String target, NoAnswer failed) {
        return SecondAttempt.allowed(HttpMethod.GET, failed.failure())
                ? attempt(target, instances.after(failed.instance()))
                : Mono.error(failed);
    }

    private Mono<WholeAnswer> attempt(String target, URI instance) {
        return client
                .headers(headers -> headers
                        .set(HttpHeaderNames.ACCEPT_ENCODING, "gzip")
                        .set(HttpHeaderNames.VIA, "1.1 carte-gateway"))
                .get()
                .uri(instance + target)
                .responseSingle(ServiceReads::whole)
                .timeout(settings.readTimeout(),
                        Mono.error(() -> new TimeoutException("no answer")))
                .onErrorMap(error -> UpstreamFailure.of(error)
                        .<Throwable>map(failure -> new NoAnswer(failure, instance, error))
                        .orElse(error));
    }

    private static Mono<WholeAnswer> whole(HttpClientResponse response, ByteBufMono body) {
        return body.asByteArray().defaultIfEmpty(NO_BODY).map(bytes -> new WholeAnswer(
                response.status().code(), response.responseHeaders(), bytes));
    }
}
