package carte.gateway.page;

import carte.kit.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A body with the strong entity tag of all that is in it, quotes included. It is put together only
 * when it is to be sent.
 */
final class Content {

    private static final int TAG_BYTES = 12;

    private final List<byte[]> pieces;
    private final String entityTag;

    private Content(List<byte[]> pieces, String entityTag) {
        this.pieces = List.copyOf(pieces);
        this.entityTag = entityTag;
    }

    /** Makes one of a text that is tagged by itself. */
    static Content of(byte[] utf8) {
        return of(List.of(utf8), List.of(utf8));
    }

    /**
     * Makes one of pieces, which must not change.
     *
     * @param tagged what differs whenever the pieces do
     */
    static Content of(List<byte[]> pieces, List<byte[]> tagged) {
        byte[] digest = Sha256.of(tagged.toArray(byte[][]::new));
        return new Content(
                pieces, "\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"");
    }

    String entityTag() {
        return entityTag;
    }

    int length() {
        return pieces.stream().mapToInt(piece -> piece.length).sum();
    }

    /** Returns the body, which the caller must not change. */
    byte[] utf8() {
        if (pieces.size() == 1) {
            return pieces.getFirst();
        }
        byte[] utf8 = new byte[length()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, utf8, at, piece.length);
            at += piece.length;
        }
        return utf8;
    }

    /** Returns the body in gzip. */
    byte[] gzip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length() / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (byte[] piece : pieces) {
                gzip.write(piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
