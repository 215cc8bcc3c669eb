package carte.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNameTest {

    @ParameterizedTest
    @CsvSource({
            "0, 6.6.6.6, 192.0.2.1",
            "0, '', 192.0.2.1",
            "1, '6.6.6.6, 203.0.113.7', 203.0.113.7",
            "1, '6.6.6.6;203.0.113.7', 203.0.113.7",
            "2, '6.6.6.6, 203.0.113.7, 10.0.0.1', 203.0.113.7",
            "2, 203.0.113.7, 192.0.2.1",
            "1, nonsense, 192.0.2.1",
            "1, '', 192.0.2.1"})
    void believesOnlyAsManyProxiesAsAreTrusted(int trusted, String forwarded, String name) {
        List<String> headers = forwarded.isEmpty()
                ? List.of()
                : Arrays.asList(forwarded.split(";", -1));
        assertThat(ClientName.of(peer("192.0.2.1"), headers, trusted)).isEqualTo(name);
    }

    @Test
    void takesANetworkOfVersionSixForOne() {
        assertThat(name("2001:db8:1:2::1")).isEqualTo(name("2001:db8:1:2:ffff::7"))
                .isNotEqualTo(name("2001:db8:1:3::1"));
    }

    @Test
    void namesWhoeverCannotBeKnown() {
        assertThat(ClientName.of(null, List.of(), 0)).isEqualTo("unknown");
    }

    private static String name(String address) {
        return ClientName.of(peer(address), List.of(), 0);
    }

    private static InetSocketAddress peer(String address) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 50_000);
    }
}
