package carte.gateway.page;

import carte.kit.digest.Sha256;
import java.util.HexFormat;
import java.util.List;

/** A body with the strong entity tag of all that is in it, quotes included. */
final class Content {

    private static final int TAG_BYTES = 12;

    private final byte[] utf8;
    private final String entityTag;

    private Content(byte[] utf8, String entityTag) {
        this.utf8 = utf8;
        this.entityTag = entityTag;
    }

    /** Makes one of a text that is tagged by itself. */
    static Content of(byte[] utf8) {
        return of(List.of(utf8), List.of(utf8));
    }

    /**
     * Puts pieces together.
     *
     * @param tagged what differs whenever the pieces do
     */
    static Content of(List<byte[]> pieces, List<byte[]> tagged) {
        byte[] utf8 = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, utf8, at, piece.length);
            at += piece.length;
        }
        byte[] digest = Sha256.of(tagged.toArray(byte[][]::new));
        return new Content(
                utf8, "\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"");
    }

    /** Returns the body, which the caller must not change. */
    byte[] utf8() {
        return utf8;
    }

    String entityTag() {
        return entityTag;
    }
}
