package carte.gateway.file;

import carte.kit.digest.Sha256;
import carte.kit.http.AcceptEncoding;
import carte.kit.http.IfNoneMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** A document that is the same for everybody, plain and in gzip, with the tag of its content. */
public final class ServedFile {

    private final String mediaType;
    private final byte[] plain;
    private final byte[] gzip;
    private final String digest;

    private ServedFile(String mediaType, byte[] plain) {
        this.mediaType = mediaType;
        this.plain = plain;
        this.gzip = compress(plain);
        this.digest = Sha256.hex(plain, 8);
    }

    /** Takes the content as it is. */
    public static ServedFile of(String mediaType, byte[] content) {
        return new ServedFile(mediaType, content);
    }

    /** Reads a resource of the class path. */
    public static ServedFile ofResource(String mediaType, String path) {
        try (InputStream in = Objects.requireNonNull(
                ServedFile.class.getResourceAsStream(path), () -> "there is no resource " + path)) {
            return of(mediaType, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what differs where the content does. */
    public String digest() {
        return digest;
    }

    /** Returns the answer to a read: all of it, or that the client has it already. */
    public ResponseEntity<byte[]> answer(ServerHttpRequest request, CacheControl caching) {
        HttpHeaders headers = request.getHeaders();
        String tag = "\"" + digest + "\"";
        boolean known = IfNoneMatch.hasAlready(
                headers.getOrEmpty(HttpHeaders.IF_NONE_MATCH), tag);
        ResponseEntity.BodyBuilder answer = ResponseEntity
                .status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .eTag(tag)
                .cacheControl(caching);
        if (known) {
            return answer.build();
        }
        answer.header(HttpHeaders.CONTENT_TYPE, mediaType);
        return AcceptEncoding.gzip(headers.getOrEmpty(HttpHeaders.ACCEPT_ENCODING))
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzip)
                : answer.body(plain);
    }

    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
