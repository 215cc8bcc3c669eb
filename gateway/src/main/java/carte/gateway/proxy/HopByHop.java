package carte.gateway.proxy;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The headers of a message that are for the next hop only (RFC 9110, 7.6.1). */
final class HopByHop {

    private static final Set<String> ALWAYS = Set.of("connection", "keep-alive",
            "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer",
            "transfer-encoding", "upgrade", "http2-settings");

    private HopByHop() {}

    /** Returns their names in lower case: the fixed ones and those that Connection lists. */
    static Set<String> of(HttpHeaders headers) {
        if (!headers.contains(HttpHeaderNames.CONNECTION)) {
            return ALWAYS;
        }
        Set<String> names = new HashSet<>(ALWAYS);
        for (String listed : headers.getAll(HttpHeaderNames.CONNECTION)) {
            for (String name : listed.split(",", -1)) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
