package carte.gateway.site.console.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.gateway.site.console.MamaPut;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PropagationTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final TraceViewer VIEWER = new TraceViewer("http://localhost:9411/t/{trace}");

    @Test
    void isLiveEverywhereOnceTheLastGatewayShowsIt() {
        Propagation found = of("\"2026-11-23T17:10:11.005Z\"", """
                {"instance": "gateway-1", "seenAt": "2026-11-23T17:10:11.004Z"},
                {"instance": "gateway-2", "seenAt": "2026-11-23T17:10:11.0171Z"}""");

        assertThat(found.millis()).isEqualTo("17");
        assertThat(found.gateways()).isEqualTo(2);
        assertThat(found.stops()).hasSize(4);
        assertThat(found.trace()).isEqualTo("http://localhost:9411/t/" + TRACE);
    }

    @Test
    void isNotKnownToBeLiveBeforeCacheAndGatewaysShowIt() {
        assertThat(of("null", """
                {"instance": "gateway-1", "seenAt": "2026-11-23T17:10:11.004Z"}""").millis())
                .isNull();
        assertThat(of("\"2026-11-23T17:10:11.005Z\"", "").millis()).isNull();
    }

    @Test
    void hasNoLinkWhereThereIsNoViewerOrNoTrace() {
        assertThat(new TraceViewer("").address(TRACE)).isNull();
        assertThat(VIEWER.address("")).isNull();
        assertThat(VIEWER.address("\"><script>")).isNull();
    }

    @Test
    void refusesAViewerWithoutAPlaceForTheTrace() {
        assertThatThrownBy(() -> new TraceViewer("http://localhost:9411/"))
                .hasMessageContaining("carte.site.trace-viewer");
        assertThatThrownBy(() -> new TraceViewer("javascript:{trace}"))
                .hasMessageContaining("carte.site.trace-viewer");
    }

    private static Propagation of(String redis, String gateways) {
        return Propagation.of(MamaPut.json("""
                {"version": 7, "committedAt": "2026-11-23T17:10:11Z",
                 "kafkaAckedAt": "2026-11-23T17:10:11.002Z", "redisAppliedAt": %s,
                 "gateways": [%s], "traceId": "%s"}""".formatted(redis, gateways, TRACE)),
                VIEWER, Locale.ENGLISH);
    }
}
