package carte.local.endtoend;

import java.util.ArrayList;
import java.util.Collection;
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

    /** One that nobody has heard of. */
    static final Trace NONE = new Trace(Map.of());

    private final Map<String, Span> spans;

    private Trace(Map<String, Span> spans) {
        this.spans = spans;
    }

    /** One span; {@code parent} is empty for the first. */
    record Span(String trace, String id, String parent, String kind, String service, String name,
            JsonNode tags) {

        /** Matches spans of a service and of a kind. */
        static Predicate<Span> spanOf(String service, String kind) {
            return span -> span.service.equals(service) && span.kind.equals(kind);
        }

        /** Matches those of them that mention a word, in lower case. */
        static Predicate<Span> spanOf(String service, String kind, String word) {
            return spanOf(service, kind).and(span -> span.mentions(word));
        }

        boolean mentions(String word) {
            return (name + " " + tags).toLowerCase(Locale.ROOT).contains(word);
        }

        /** Returns an attribute, empty where it is not set. */
        String tag(String attribute) {
            return tags.path(attribute).asString("");
        }
    }

    static Trace of(JsonNode zipkin) {
        return new Trace(StreamSupport.stream(zipkin.spliterator(), false)
                .map(Trace::span)
                .collect(Collectors.toMap(Span::id, Function.identity(), (a, _) -> a)));
    }

    Collection<Span> spans() {
        return spans.values();
    }

    /**
     * Returns the spans of a way that begins with the first of the trace: each matches its step and
     * descends, over any number of others, from the one before; as far as the way leads.
     */
    List<Span> way(List<Predicate<Span>> steps) {
        List<Span> found = new ArrayList<>();
        for (Predicate<Span> step : steps) {
            Optional<Span> next = found.isEmpty()
                    ? root().filter(step)
                    : below(found.getLast(), step);
            if (next.isEmpty()) {
                return found;
            }
            found.add(next.orElseThrow());
        }
        return found;
    }

    private Optional<Span> below(Span from, Predicate<Span> wanted) {
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
                node.path("traceId").asString(""),
                node.path("id").asString(""),
                node.path("parentId").asString(""),
                node.path("kind").asString(""),
                node.path("localEndpoint").path("serviceName").asString(""),
                node.path("name").asString(""),
                node.path("tags"));
    }

    @Override
    public String toString() {
        return spans.values().stream().map(Span::toString).collect(Collectors.joining("\n"));
    }
}
