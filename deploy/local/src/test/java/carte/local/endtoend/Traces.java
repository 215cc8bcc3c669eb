package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.local.endtoend.PublicApi.Answer;
import carte.local.endtoend.Trace.Span;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What the trace viewer has, by its API (Zipkin v2). */
final class Traces {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOKBACK_MILLIS = Duration.ofHours(1).toMillis();

    private final PublicApi viewer;

    Traces(RunningSuite suite) {
        viewer = new PublicApi(suite.suite().traceViewer().page().resolve("/").toString(),
                () -> "");
    }

    /** Waits until the trace of an answer leads all this way: each span below the one before. */
    List<Span> awaitWay(Answer answer, List<Predicate<Span>> way) {
        return awaitWay(answer.traceId().orElseThrow(), way);
    }

    List<Span> awaitWay(String traceId, List<Predicate<Span>> way) {
        return await().atMost(PATIENCE).until(() -> trace(traceId).way(way),
                found -> {
                    assertThat(found).isNotNull();
                    return found.size() == way.size();
                });
    }

    /** Returns what there is of a trace by now. */
    Trace trace(String id) {
        Answer answer = viewer.get("api/v2/trace/" + id);
        return answer.status() == 200 ? Trace.of(answer.json()) : Trace.NONE;
    }

    /** Returns the traces, by now, that have a span with this tag. */
    List<Trace> with(String tag, String value) {
        return find("limit=10&annotationQuery="
                + URLEncoder.encode(tag + "=" + value, StandardCharsets.UTF_8));
    }

    /** Returns the newest traces, by now, that have a span of this service. */
    List<Trace> newest(String service) {
        return find("limit=200&serviceName=" + service);
    }

    private List<Trace> find(String query) {
        Answer answer = viewer.get("api/v2/traces?lookback=" + LOOKBACK_MILLIS + "&" + query);
        assertThat(answer.status()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false).map(Trace::of).toList();
    }
}
