package carte.gateway.proxy;

import carte.contracts.http.CarteHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Decides which headers of a service's answer a client is shown. */
final class ResponseHeaders {

    /** Headers that the gateway sets itself; what a service says there does not replace them. */
    private static final Set<String> OWN = Set.of("x-content-type-options",
            CarteHeaders.TRACE_RESPONSE);

    private static final Set<String> INTERNAL = Set.of(
            CarteHeaders.SHARD.toLowerCase(Locale.ROOT),
            CarteHeaders.NOW.toLowerCase(Locale.ROOT),
            CarteHeaders.RESTAURANT_REVISION.toLowerCase(Locale.ROOT));

    private ResponseHeaders() {}

    /** Adds the headers of {@code service} to those that the gateway has set already. */
    static void copy(HttpHeaders service, HttpHeaders client) {
        Set<String> hopByHop = HopByHop.of(service);
        for (Map.Entry<String, String> header : service) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            boolean ours = OWN.contains(name) && client.contains(name);
            if (!ours && !hopByHop.contains(name) && !INTERNAL.contains(name)
                    && !HttpHeaderNames.SERVER.contentEquals(name)) {
                client.add(header.getKey(), header.getValue());
            }
        }
    }

    /** Takes back what was copied from an answer that then was not passed on. */
    static void takeBack(HttpHeaders client) {
        for (String name : List.copyOf(client.names())) {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                client.remove(name);
            }
        }
    }
}
