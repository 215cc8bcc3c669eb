package carte.local.endtoend;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The spans of one trace, as the viewer's API (Zipkin v2) gives them. */
final class Trace {

    private final Map<String, Span> spans;

    private Trace(Map<String, Span> spans) {
        this.spans = spans;
    }

    /** One span; {@code parent} is empty for the first. */
    record Span(String id, String parent, String kind, String service, String name, String tags) {

        boolean isOf(String service, String kind) {
            return this.service.equals(service) && this.kind.equals(kind);
        }

        boolean mentions(String word) {
            return (name + " " + tags).toLowerCase(Locale.ROOT).contains(word);
        }
    }

    static Trace of(JsonNode zipkin) {
        return new Trace(StreamSupport.stream(zipkin.spliterator(), false)
                .map(Trace::span)
                .collect(Collectors.toMap(Span::id, Function.identity(), (a, _) -> a)));
    }

    /** Returns a span that matches and descends, over any number of steps, from {@code from}. */
    Optional<Span> below(Span from, Predicate<Span> wanted) {
        return spans.values().stream()
                .filter(wanted)
                .filter(span -> ancestors(span).contains(from))
                .findAny();
    }

    Optional<Span> root() {
        return spans.values().stream().filter(span -> !spans.containsKey(span.parent())).findAny();
    }

    private List<Span> ancestors(Span span) {
        return Stream
                .iterate(span, s -> spans.get(s.parent()))
                .takeWhile(Objects::nonNull)
                .skip(1)
                .toList();
    }

    private static Span span(JsonNode node) {
        return new Span(
                node.path("id").asString(""),
                node.path("parentId").asString(""),
                node.path("kind").asString(""),
                node.path("localEndpoint").path("serviceName").asString(""),
                node.path("name").asString(""),
                node.path("tags").toString());
    }

    @Override
    public String toString() {
        return spans.values().stream().map(Span::toString).collect(Collectors.joining("\n"));
    }
}
