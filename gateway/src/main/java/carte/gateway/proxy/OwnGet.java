package carte.gateway.proxy;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import org.springframework.http.HttpMethod;
import reactor.netty.http.client.HttpClient;

/**
 * A read on the gateway's own behalf.
 *
 * @param target path and query
 * @param asksToWait whether the service is to wait until it has what a client asks for
 */
record OwnGet(String target, boolean asksToWait) implements Outgoing {

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public boolean hasKey() {
        return false;
    }

    @Override
    public boolean isStream() {
        return false;
    }

    @Override
    public HttpClient.ResponseReceiver<?> to(HttpClient client, URI instance) {
        return client
                .headers(headers -> headers
                        .set(HttpHeaderNames.ACCEPT_ENCODING, "gzip")
                        .set(HttpHeaderNames.VIA, "1.1 carte-gateway"))
                .get()
                .uri(instance + target);
    }

    @Override
    public String toString() {
        return "GET " + target;
    }
}
