package carte.menu.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.fixture.Menus;
import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuVersion;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PropagationTest {

    @Test
    void saysWhatIsKnown() {
        Propagation whole = of(after(3), after(5), Map.of("gateway-2", after(9), "gateway-1",
                after(6)));

        assertThat(ContractJson.mapper().writeValueAsString(whole)).isEqualTo("""
                {"version":7,"committedAt":"2026-03-01T11:00:00.123456Z",\
                "kafkaAckedAt":"2026-03-01T11:00:00.126456Z",\
                "redisAppliedAt":"2026-03-01T11:00:00.128456Z",\
                "gateways":[\
                {"instance":"gateway-1","seenAt":"2026-03-01T11:00:00.129456Z"},\
                {"instance":"gateway-2","seenAt":"2026-03-01T11:00:00.132456Z"}],\
                "traceId":"4bf92f3577b34da6a3ce929d0e0e4736"}""");
    }

    @Test
    void saysNullOfWhatIsNot() {
        Propagation unseen = Propagation.of(new MenuVersion(7),
                new CommittedVersion(Menus.PUBLISHED, null), Way.UNSEEN);

        assertThat(ContractJson.mapper().writeValueAsString(unseen)).isEqualTo("""
                {"version":7,"committedAt":"2026-03-01T11:00:00.123456Z",\
                "kafkaAckedAt":null,"redisAppliedAt":null,"gateways":[],"traceId":null}""");
    }

    @Test
    void nothingIsSeenBeforeItIsMade() {
        Propagation skewed = of(after(-1), after(-2), Map.of("gateway-1", after(-3_600_000)));

        assertThat(skewed.kafkaAckedAt()).isEqualTo(Menus.PUBLISHED);
        assertThat(skewed.redisAppliedAt()).isEqualTo(Menus.PUBLISHED);
        assertThat(skewed.gateways()).containsExactly(
                new Propagation.Seen("gateway-1", Menus.PUBLISHED));
    }

    @Test
    void whoHasItHasItFromKafka() {
        assertThat(of(after(8), after(5), Map.of("gateway-1", after(6))).kafkaAckedAt())
                .isEqualTo(after(5));
        assertThat(of(after(8), null, Map.of("gateway-1", after(6))).kafkaAckedAt())
                .isEqualTo(after(6));
        assertThat(of(null, after(5), Map.of("gateway-1", after(6))).kafkaAckedAt()).isNull();
    }

    @Test
    void fewerThanAThousandChangesAreNotEnough() {
        assertThatThrownBy(() -> new PropagationProperties(999))
                .hasMessageContaining("carte.propagation.changes is 999");
    }

    private static Propagation of(
            @Nullable Instant acked, @Nullable Instant applied, Map<String, Instant> gateways) {
        return Propagation.of(new MenuVersion(7),
                new CommittedVersion(Menus.PUBLISHED, "4bf92f3577b34da6a3ce929d0e0e4736"),
                new Way(acked, applied, new TreeMap<>(gateways)));
    }

    private static Instant after(long millis) {
        return Menus.PUBLISHED.plusMillis(millis);
    }
}
