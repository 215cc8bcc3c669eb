package carte.invalidator.menu;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.CacheTimings;
import carte.contracts.cache.InMemoryMenuCache;
import carte.contracts.event.MenuTopic;
import carte.kit.telemetry.SpanAttributes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is applied again after a rewind is linked to the trace of the first time, not in it. */
class ReplayTest {

    private static final TopicPartition PARTITION = new TopicPartition(MenuTopic.NAME, 3);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String SAMPLED = "00-" + TRACE + "-" + SPAN + "-01";
    private static final String UNSAMPLED = "00-" + TRACE + "-" + SPAN + "-00";

    private final CachePlaces places = new CachePlaces(
            new InMemoryMenuCache(CacheTimings.DEFAULTS, Clock.systemUTC()),
            new InvalidatorMeters(new SimpleMeterRegistry()), Duration.ofSeconds(1));
    private final ReplayedRecords replayed = new ReplayedRecords();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final SdkTracerProvider tracing = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build();

    ReplayTest() {
        // The first record after a start comes from 10: all ahead of it was applied at some time.
        assertThat(places.isInPlace(PARTITION, 10)).isFalse();
        replayed.configure(Map.of(ReplayedRecords.PLACES, places));
    }

    @Test
    void aChangeThatComesAgainIsTakenOutOfItsTraceAndLinkedToIt() {
        ConsumerRecord<byte[], byte[]> record = consumed(9, SAMPLED);
        assertThat(record.headers().lastHeader("traceparent")).isNull();

        SpanData span = spanOf(record);
        assertThat(span.getLinks()).extracting(LinkData::getSpanContext)
                .extracting(linked -> linked.getTraceId() + " " + linked.getSpanId())
                .containsExactly(TRACE + " " + SPAN);
        assertThat(span.getAttributes().get(SpanAttributes.REPLAY_OF)).isEqualTo(TRACE);
    }

    @Test
    void aChangeThatComesForTheFirstTimeStaysInItsTrace() {
        ConsumerRecord<byte[], byte[]> record = consumed(10, SAMPLED);
        assertThat(parent(record)).isEqualTo(SAMPLED);
        assertThat(spanOf(record).getLinks()).isEmpty();
    }

    @Test
    void whatWasNotTracedTheFirstTimeIsNotTracedAgain() {
        ConsumerRecord<byte[], byte[]> record = consumed(9, UNSAMPLED);
        assertThat(parent(record)).isEqualTo(UNSAMPLED);
        assertThat(spanOf(record).getLinks()).isEmpty();
        assertThat(spanOf(consumed(9, null)).getLinks()).isEmpty();
    }

    @Test
    void oneThatIsSetAsideIsAsItWasInTheLog() {
        ConsumerRecord<byte[], byte[]> record = consumed(9, SAMPLED);
        ReplayedRecords.putBack(record.headers());
        assertThat(record.headers().toArray()).hasSize(1);
        assertThat(parent(record)).isEqualTo(SAMPLED);
    }

    private ConsumerRecord<byte[], byte[]> consumed(long offset, @Nullable String traceParent) {
        var record = new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset,
                new byte[0], new byte[0]);
        if (traceParent != null) {
            record.headers().add("traceparent", traceParent.getBytes(StandardCharsets.UTF_8));
        }
        return replayed.onConsume(new ConsumerRecords<>(
                Map.of(PARTITION, List.of(record)), Map.of())).iterator().next();
    }

    private static String parent(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.headers().lastHeader("traceparent").value(),
                StandardCharsets.UTF_8);
    }

    private SpanData spanOf(ConsumerRecord<byte[], byte[]> record) {
        spans.reset();
        Span span = tracing.get("test").spanBuilder("process").startSpan();
        ReplaySpan.link(span, record);
        span.end();
        return spans.getFinishedSpanItems().getFirst();
    }
}
