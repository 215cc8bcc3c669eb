package carte.gateway.proxy;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which headers of a client's request a service is shown. */
final class RequestHeaders {

    // Host, length and expectation are those of the new request. Baggage would let anybody write
    // into every span of the suite.
    private static final Set<String> DROPPED = Set.of("host", "content-length", "expect",
            "forwarded", "x-real-ip", "via", "baggage", "carte-inner");
    private static final String TRACE_PARENT = "traceparent";
    private static final String TRACE_STATE = "tracestate";
    private static final String FORWARDED_PREFIX = "x-forwarded-";

    private RequestHeaders() {}

    /**
     * Returns the headers of the request to a service.
     *
     * @param client what the client sent
     * @param traced what the tracing agent has added to the new request; it replaces the client's
     * trace headers, so that the service's span hangs below the gateway's
     * @param instance where the request goes
     * @param address the client's address, if it is known
     * @param body length of the body, or 0 if the request has none
     */
    static HttpHeaders of(
            HttpHeaders client,
            HttpHeaders traced,
            URI instance,
            @Nullable String address,
            int body) {
        Set<String> hopByHop = HopByHop.of(client);
        HttpHeaders headers = new DefaultHttpHeaders();
        for (Map.Entry<String, String> header : client) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!hopByHop.contains(name) && !DROPPED.contains(name)
                    && !name.startsWith(FORWARDED_PREFIX)) {
                headers.add(header.getKey(), header.getValue());
            }
        }
        headers.set(HttpHeaderNames.HOST, instance.getRawAuthority());
        headers.set(HttpHeaderNames.VIA, "1.1 carte-gateway");
        continueTrace(headers, traced);
        tellOrigin(headers, client.get(HttpHeaderNames.HOST), address);
        if (body > 0) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, body);
        }
        return headers;
    }

    private static void continueTrace(HttpHeaders headers, HttpHeaders traced) {
        if (traced.contains(TRACE_PARENT)) {
            headers.set(TRACE_PARENT, traced.get(TRACE_PARENT));
            headers.remove(TRACE_STATE);
            headers.add(TRACE_STATE, traced.getAll(TRACE_STATE));
        }
    }

    private static void tellOrigin(
            HttpHeaders headers, @Nullable String host, @Nullable String address) {
        headers.set("X-Forwarded-Proto", "http");
        if (host != null) {
            headers.set("X-Forwarded-Host", host);
        }
        if (address != null) {
            headers.set("X-Forwarded-For", address);
        }
    }
}
