package carte.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says who a client is that has not said so: whoever sends from its address. */
final class ClientName {

    /** A household has all of such a network, and could come from another address each time. */
    private static final int NETWORK_BYTES = 8;

    private ClientName() {}

    /**
     * Returns the name.
     *
     * @param peer who sends, which may be a proxy
     * @param forwardedFor the values of {@code X-Forwarded-For}; each proxy appends its own peer
     * @param trustedProxies how many of the last proxies are believed
     */
    static String of(
            @Nullable InetSocketAddress peer, List<String> forwardedFor, int trustedProxies) {
        InetAddress address = peer == null ? null : peer.getAddress();
        if (trustedProxies > 0) {
            String[] hops = String.join(",", forwardedFor).split(",", -1);
            InetAddress told = hops.length < trustedProxies
                    ? null
                    : literal(hops[hops.length - trustedProxies].strip());
            address = told == null ? address : told;
        }
        return address == null ? "unknown" : name(address);
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String name(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
