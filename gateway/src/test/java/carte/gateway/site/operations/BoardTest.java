package carte.gateway.site.operations;

import static carte.gateway.site.operations.Exposed.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.site.operations.Board.Age;
import carte.gateway.site.operations.Board.Share;
import carte.gateway.site.operations.WatermarkTable.Cell;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static final Duration BOUND = Duration.ofSeconds(2);

    @Test
    void saysHowOldTheOldestKnowledgeIs() {
        assertThat(board("""
                carte_edge_watermark_age_seconds{shard="west",partition="0"} 0.084
                carte_edge_watermark_age_seconds{shard="east",partition="0"} 0.012
                carte_edge_log_silence_seconds 0.01
                """).age()).isEqualTo(new Age("84 ms", "good"));
        assertThat(board("carte_edge_log_silence_seconds 2.5").age())
                .isEqualTo(new Age("2.5 s", "bad"));
        assertThat(board("").age()).isNull();
    }

    @Test
    void laysWatermarksOutByPartitionAndShard() {
        WatermarkTable table = board("""
                carte_edge_watermark_age_seconds{shard="west",partition="10"} 0.01
                carte_edge_watermark_age_seconds{shard="west",partition="9"} 1.5
                carte_edge_watermark_age_seconds{shard="east",partition="9"} 4.0
                """).gateways();

        assertThat(table.shards()).containsExactly("east", "west");
        assertThat(table.rows()).containsExactly(
                new WatermarkTable.Row("9",
                        List.of(new Cell("4 s", "bad"), new Cell("1.5 s", "warm"))),
                new WatermarkTable.Row("10",
                        List.of(new Cell("", ""), new Cell("10 ms", "good"))));
    }

    @Test
    void saysWhichTierAnsweredHowOften() {
        History history = new History(List.of("gateway"), BOUND);
        history.add(gateway(0, answers(0, 0)));
        history.add(gateway(5, answers(1_999, 1)));

        assertThat(Board.of(history.known(), BOUND, Locale.ENGLISH).tiers()).containsExactly(
                new Share("edge", "1,999", "99.9%", 100),
                new Share("redis", "1", "0%", 0.1),
                new Share("primary", "0", "0%", 0),
                new Share("none", "0", "0%", 0));
    }

    @Test
    void sharesOfNothingAreNotNumbers() {
        assertThat(board("").tiers()).extracting(Share::share).containsOnly("–");
    }

    @Test
    void saysWhatWaitsInEachOutboxAndWhoPublishesIt() {
        Look look = Look.of(Exposed.NOON, Map.of(
                "menu-service", Exposed.of("""
                        carte_outbox_depth{outbox="west"} 3.0
                        carte_outbox_age_seconds{outbox="west"} 0.5
                        carte_outbox_lease{outbox="west"} 0.0
                        """),
                "menu-service-2", Exposed.of("""
                        carte_outbox_depth{outbox="west"} 2.0
                        carte_outbox_age_seconds{outbox="west"} 0.4
                        carte_outbox_lease{outbox="west"} 1.0
                        """),
                "order-service", Exposed.of("carte_outbox_depth{outbox=\"orders\"} 0.0")));

        assertThat(OutboxRow.all(look, 0.8, Locale.ENGLISH)).containsExactly(
                new OutboxRow("orders", "0", "0 ms", "good", ""),
                new OutboxRow("west", "3", "500 ms", "warm", "menu-service-2"));
    }

    @Test
    void saysOfEachInstanceWhetherItAnswers() {
        History history = new History(List.of("gateway", "order-service"), BOUND);
        history.add(gateway(0, """
                process_uptime_seconds 125.3
                jvm_memory_used_bytes{area="heap",id="Eden Space"} 1.048576E7
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 9.9E7
                jvm_memory_max_bytes{area="heap",id="Eden Space"} 5.24288E7
                jvm_memory_max_bytes{area="heap",id="Survivor Space"} -1.0
                """));

        assertThat(InstanceRow.all(history.known(), Locale.ENGLISH)).containsExactly(
                new InstanceRow("gateway", true, "2 min", "10 / 50 MB"),
                new InstanceRow("order-service", false, "", ""));
    }

    private static Board board(String told) {
        History history = new History(List.of("gateway"), BOUND);
        history.add(gateway(0, told));
        return Board.of(history.known(), BOUND, Locale.ENGLISH);
    }

    private static String answers(int edge, int redis) {
        return """
                carte_edge_answers_seconds_count{tier="edge",outcome="fresh"} %d
                carte_edge_answers_seconds_count{tier="redis",outcome="fresh"} %d
                """.formatted(edge, redis);
    }
}
