package carte.local.contract;

import carte.local.contract.ApiDocument.Operation;
import carte.local.contract.Attempt.Expected;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes requests of an operation from its description: as they should be, and wrong ones. */
public final class Requests {

    private static final Pattern VARIABLE = Pattern.compile("([a-z]+/)\\{[A-Za-z]+}");
    private static final int EDITS = 30;
    private static final int PIECES = 5;
    private static final List<String> NO_IDS = List.of("lagos", "NG-NOBODY", "ng-nobody",
            "NG-nobody-here", "0", "-1", "..%2f..", "%00", "%ff", "a;b=c", "a%20b",
            "%F0%9F%8D%9B", "a".repeat(200), "%27%20or%201=1");

    private final ApiDocument document;
    private final Known known;
    private final Random random;

    /** What is there to ask for. */
    public interface Known {

        /** Returns the value for a variable by its place, {@code restaurants/{id}}. */
        String variable(String place);

        /** Returns the token for a security scheme, or an empty text. */
        String token(String scheme);

        /** Returns the token of somebody who is known but may not do this, or an empty text. */
        String strangersToken(String scheme);
    }

    /** Takes the seed by which wrong bodies are picked. */
    public Requests(ApiDocument document, Known known, long seed) {
        this.document = document;
        this.known = known;
        this.random = new Random(seed);
    }

    /** Returns the request that the document itself gives as the example. */
    public Attempt example(Operation operation) {
        return examples(operation).getFirst();
    }

    /** Returns requests as they should be and wrong ones, the same for the same seed. */
    public List<Attempt> all(Operation operation) {
        List<Attempt> attempts = new ArrayList<>();
        for (Attempt example : examples(operation)) {
            attempts.add(example.named("the example again", Expected.ANY));
            bodies(example, attempts);
            odd(example, attempts);
        }
        Attempt example = example(operation);
        tokens(example, attempts);
        paths(example, attempts);
        parameters(example, attempts);
        return attempts;
    }

    private List<Attempt> examples(Operation operation) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (JsonNode parameter : document.parameters(operation)) {
            if (parameter.path("in").asString().equals("header")
                    && parameter.path("required").asBoolean()) {
                // The only one so far is If-Match, and the versions of examples pass by.
                headers.put(parameter.path("name").asString(), "*");
            }
        }
        String token = operation.scheme().isEmpty() ? "" : known.token(operation.scheme());
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        Attempt bare = new Attempt(operation, "the example", Expected.TAKEN,
                path(operation) + requiredQuery(operation), headers, new byte[0]);
        if (operation.bodies().isEmpty()) {
            return List.of(bare);
        }
        return operation.bodies().entrySet().stream()
                .map(body -> bare.with("Content-Type", body.getKey())
                        .carrying(bytes(body.getValue().path("example"))))
                .toList();
    }

    private String path(Operation operation) {
        Matcher variable = VARIABLE.matcher(operation.path());
        return variable.replaceAll(match -> match.group(1)
                + Matcher.quoteReplacement(known.variable(match.group())));
    }

    private String requiredQuery(Operation operation) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : document.parameters(operation)) {
            if (parameter.path("in").asString().equals("query")
                    && parameter.path("required").asBoolean()) {
                query.append(query.isEmpty() ? "?" : "&").append(parameter.path("name").asString())
                        .append('=').append(encoded(parameter.path("example").asString()));
            }
        }
        return query.toString();
    }

    private void bodies(Attempt example, List<Attempt> attempts) {
        JsonNode media = example.operation().bodies()
                .get(example.headers().getOrDefault("Content-Type", ""));
        if (media == null) {
            return;
        }
        if (media.path("example") instanceof ObjectNode valid) {
            List<BodyEdits.Edit> edits = new ArrayList<>(
                    BodyEdits.of(document, valid, media.path("schema")));
            Collections.shuffle(edits, random);
            edits.stream().limit(EDITS).forEach(edit -> attempts.add(example
                    .named(edit.what(), edit.expected()).carrying(bytes(edit.body()))));
        }
        Map<String, String> broken = Map.of("no body", "", "half a body", "{\"id\": ",
                "a list", "[]", "null", "null", "a text", "\"id\"", "two bodies", "{}{}",
                "a field twice", "{\"id\": \"a\", \"id\": \"b\"}",
                "a deep body", "[".repeat(20_000), "half a character", "{\"id\": \"\\ud800\"}");
        pieces(media.path("example"), example, attempts);
        broken.forEach((what, body) -> attempts.add(example.named(what, Expected.REFUSED)
                .carrying(body.getBytes(StandardCharsets.UTF_8))));
        attempts.add(example.named("not UTF-8", Expected.REFUSED)
                .carrying(new byte[]{'{', '"', (byte) 0xFF, (byte) 0xC0, '"', ':', '1', '}'}));
        attempts.add(example.named("a body of 3 MiB", Expected.REFUSED)
                .carrying("x".repeat(3 << 20).getBytes(StandardCharsets.UTF_8)));
        attempts.add(example.named("of another character set", Expected.ANY).with("Content-Type",
                example.headers().get("Content-Type") + ";charset=utf-16"));
        attempts.add(example.named("of no such character set", Expected.REFUSED).with(
                "Content-Type", example.headers().get("Content-Type") + ";charset=tpyo"));
        for (String type : List.of("text/plain", "application/xml", "application/octet-stream",
                "multipart/form-data; boundary=x", "nonsense", "*/*", "application/*")) {
            if (!example.operation().bodies().containsKey(type)) {
                attempts.add(example.named("sent as " + type, Expected.REFUSED)
                        .with("Content-Type", type));
            }
        }
        attempts.add(example.named("of no type", Expected.REFUSED).without("Content-Type"));
    }

    /** A text cut off may still be one, such as a file with fewer rows; JSON never is. */
    private void pieces(JsonNode body, Attempt example, List<Attempt> attempts) {
        String text = body.isString() ? body.stringValue() : body.toString();
        Expected cut = body.isString() ? Expected.ANY : Expected.REFUSED;
        for (int i = 0; i < PIECES; i++) {
            int length = 1 + random.nextInt(text.strip().length() - 1);
            attempts.add(example.named("the first " + length + " characters", cut).carrying(
                    text.substring(0, length).getBytes(StandardCharsets.UTF_8)));
        }
        attempts.add(example.named("more behind it", Expected.REFUSED)
                .carrying((text + "\"").getBytes(StandardCharsets.UTF_8)));
        attempts.add(example.named("with a NUL", Expected.REFUSED)
                .carrying(("\u0000" + text).getBytes(StandardCharsets.UTF_8)));
        attempts.add(example.named("with a byte order mark", Expected.ANY)
                .carrying(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)));
        attempts.add(example.named("in UTF-16", Expected.ANY)
                .carrying(text.getBytes(StandardCharsets.UTF_16)));
        attempts.add(example.named("in Latin-1", Expected.REFUSED)
                .carrying((text + "é").getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void odd(Attempt example, List<Attempt> attempts) {
        attempts.add(example.named("Accept: image/png", Expected.REFUSED)
                .with("Accept", "image/png"));
        for (String accept : List.of("nonsense", "*/*;q=0.1", "application/*", "a/b;q=9", ";")) {
            attempts.add(example.named("Accept: " + accept, Expected.ANY).with("Accept", accept));
        }
        attempts.add(example.named("odd headers", Expected.ANY)
                .with("Accept-Language", "xx-nonsense;q=7,,")
                .with("Accept-Encoding", "br;q=1, *;q=0")
                .with("Range", "bytes=5-1")
                .with("traceparent", "00-zz-zz-zz")
                .with("If-Modified-Since", "yesterday"));
    }

    private void tokens(Attempt example, List<Attempt> attempts) {
        String scheme = example.operation().scheme();
        if (!scheme.isEmpty()
                && example.headers().containsKey("Authorization")) {
            attempts.add(example.named("no token", Expected.REFUSED).without("Authorization"));
            for (String token : List.of("Bearer", "Bearer a.b.c", "Basic eDp5", "Bearer \"\"")) {
                attempts.add(example.named("Authorization: " + token, Expected.REFUSED)
                        .with("Authorization", token));
            }
            String stranger = known.strangersToken(scheme);
            if (!stranger.isEmpty()) {
                attempts.add(example.named("a stranger's token", Expected.REFUSED)
                        .with("Authorization", "Bearer " + stranger));
            }
        }
    }

    private static void paths(Attempt example, List<Attempt> attempts) {
        String[] template = example.operation().path().split("/", -1);
        String[] parts = example.target().split("\\?", 2);
        String query = parts.length == 1 ? "" : "?" + parts[1];
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                for (String id : NO_IDS) {
                    String[] segments = parts[0].split("/", -1);
                    segments[i] = id;
                    attempts.add(example.named("for " + id, Expected.REFUSED)
                            .to(String.join("/", segments) + query));
                }
            }
        }
    }

    private void parameters(Attempt example, List<Attempt> attempts) {
        for (JsonNode parameter : document.parameters(example.operation())) {
            String name = parameter.path("name").asString();
            switch (parameter.path("in").asString()) {
                case "query" -> query(example, name, parameter, attempts);
                case "header" -> header(example, name, parameter, attempts);
                default -> {
                    // Variables of the path are tried above.
                }
            }
        }
    }

    private static void header(
            Attempt example, String name, JsonNode parameter, List<Attempt> attempts) {
        if (parameter.path("required").asBoolean()) {
            attempts.add(example.named("without " + name, Expected.REFUSED).without(name));
        }
        for (String value : List.of(parameter.path("example").asString("any"), "\"", "W/\"1\"",
                ",,",
                "\"999999999999999999999\"", "two words", "x".repeat(2_000), "*, \"1\"")) {
            attempts.add(example.named(name + ": " + value, Expected.ANY).with(name, value));
        }
    }

    private void query(Attempt example, String name, JsonNode parameter, List<Attempt> attempts) {
        JsonNode schema = parameter.path("schema");
        List<String> allowed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        if (parameter.has("example")) {
            allowed.add(parameter.path("example").asString());
        }
        switch (schema.path("type").asString("")) {
            case "integer" -> {
                wrong.addAll(List.of("x", "1.5", "-1", "0x10", "9".repeat(40)));
                add(schema.path("minimum"), 0, allowed);
                add(schema.path("minimum"), -1, wrong);
                add(schema.path("maximum"), 0, allowed);
                add(schema.path("maximum"), 1, wrong);
            }
            case "boolean" -> wrong.addAll(List.of("yes", "1", "TRUE"));
            default -> {
                if (schema.has("maxLength")) {
                    wrong.add("x".repeat(schema.path("maxLength").asInt() + 1));
                }
                if (schema.has("pattern") || schema.has("enum")) {
                    wrong.addAll(List.of("~", "%", "ọ"));
                }
                allowed.addAll(List.of("%", "'; drop table menu; --", "\uD83C\uDF5B", "_"));
            }
        }
        wrong.forEach(value -> attempts.add(
                example.named(name + "=" + value, Expected.REFUSED)
                        .to(added(example.target(), name, value))));
        allowed.forEach(value -> attempts.add(
                example.named(name + "=" + value, Expected.ANY)
                        .to(added(example.target(), name, value))));
        String first = added(example.target(), name, "1");
        attempts.add(example.named(name + " twice", Expected.ANY).to(added(first, name, "2")));
        attempts.add(example.named(name + " empty", Expected.ANY)
                .to(added(example.target(), name, "")));
    }

    private static void add(JsonNode bound, long more, List<String> values) {
        if (bound.isNumber()) {
            values.add(Long.toString(bound.asLong() + more));
        }
    }

    private static String added(String target, String name, String value) {
        return target + (target.contains("?") ? "&" : "?") + name + "=" + encoded(value);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JsonNode body) {
        String text = body.isString() ? body.stringValue() : body.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
