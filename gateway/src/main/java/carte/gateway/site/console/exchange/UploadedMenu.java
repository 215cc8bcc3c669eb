package carte.gateway.site.console.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A menu that somebody has uploaded or pasted.
 *
 * @param version to which it was compared; 0 if it was not
 * @param confirmed whether what it changes has been seen and is wanted
 */
record UploadedMenu(String content, String mediaType, long version, boolean confirmed) {

    static final String CSV = "text/csv";
    static final String JSON = "application/json";
    static final String JSON_LD = "application/ld+json";

    private static final List<String> TYPES = List.of(CSV, JSON, JSON_LD);
    private static final String FIELD = "content";

    static Mono<UploadedMenu> of(ServerWebExchange exchange) {
        return exchange.getMultipartData().flatMap(parts -> {
            String pasted = text(parts, FIELD);
            FilePart file = parts.getFirst("file") instanceof FilePart sent ? sent : null;
            String name = file == null ? "" : file.filename();
            Mono<String> content = file == null || name.isEmpty()
                    ? Mono.just(pasted)
                    : read(file);
            return content.map(found -> new UploadedMenu(found,
                    type(text(parts, "type"), name, found), version(text(parts, "version")),
                    !text(parts, "confirmed").isEmpty()));
        });
    }

    private static Mono<String> read(Part file) {
        return DataBufferUtils.join(file.content())
                .map(buffer -> {
                    String content = buffer.toString(StandardCharsets.UTF_8);
                    DataBufferUtils.release(buffer);
                    return content;
                })
                .defaultIfEmpty("");
    }

    private static String text(MultiValueMap<String, Part> parts, String name) {
        return parts.getFirst(name) instanceof FormFieldPart field ? field.value() : "";
    }

    private static long version(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Says what a file is: as somebody chose, else by its name, else by how it begins. */
    static String type(String chosen, String name, String content) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (TYPES.contains(chosen)) {
            return chosen;
        }
        if (lower.endsWith(".csv")) {
            return CSV;
        }
        String begin = content.stripLeading();
        if (lower.endsWith(".jsonld") || begin.contains("\"@context\"")) {
            return JSON_LD;
        }
        return begin.startsWith("{") || begin.startsWith("[") ? JSON : CSV;
    }

    boolean isEmpty() {
        return content.isBlank();
    }

    byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
