package carte.gateway.site.console.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A menu that somebody has uploaded or pasted, to the byte as they have sent it. */
final class UploadedMenu {

    static final String CSV = "text/csv";
    static final String JSON = "application/json";
    static final String JSON_LD = "application/ld+json";

    private static final List<String> TYPES = List.of(CSV, JSON, JSON_LD);
    private static final String FIELD = "content";
    private static final byte[] NOTHING = {};

    private final byte[] bytes;
    private final Optional<String> text;
    private final String mediaType;
    private final long version;
    private final boolean confirmed;

    private UploadedMenu(byte[] bytes, String name, MultiValueMap<String, Part> parts) {
        this.bytes = bytes;
        this.text = text(bytes);
        this.mediaType = type(text(parts, "type"), name, text.orElse(""));
        this.version = version(text(parts, "version"));
        this.confirmed = !text(parts, "confirmed").isEmpty();
    }

    /** Reads the form; what may be large is not looked at on an event loop. */
    static Mono<UploadedMenu> of(ServerWebExchange exchange) {
        return exchange.getMultipartData().flatMap(parts -> {
            FilePart file = parts.getFirst("file") instanceof FilePart sent ? sent : null;
            String name = file == null ? "" : file.filename();
            Mono<byte[]> content = file == null || name.isEmpty()
                    ? Mono.fromSupplier(
                            () -> text(parts, FIELD).getBytes(StandardCharsets.UTF_8))
                    : read(file);
            return content.publishOn(Schedulers.boundedElastic())
                    .map(found -> new UploadedMenu(found, name, parts));
        });
    }

    private static Mono<byte[]> read(Part file) {
        return DataBufferUtils.join(file.content())
                .map(buffer -> {
                    byte[] content = new byte[buffer.readableByteCount()];
                    buffer.read(content);
                    DataBufferUtils.release(buffer);
                    return content;
                })
                .defaultIfEmpty(NOTHING);
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

    /** Returns the text, or nothing if the bytes are none, as of a file in Windows-1252. */
    static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return text.filter(String::isBlank).isPresent();
    }

    byte[] bytes() {
        return bytes;
    }

    Optional<String> text() {
        return text;
    }

    String mediaType() {
        return mediaType;
    }

    /** Returns the version to which it was compared; 0 if it was not. */
    long version() {
        return version;
    }

    /** Tells whether what it changes has been seen and is wanted. */
    boolean isConfirmed() {
        return confirmed;
    }
}
