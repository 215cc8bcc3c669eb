package carte.menu.exchange.draft;

import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bodies that must be UTF-8, with or without a byte order mark. */
public final class Utf8 {

    private static final int MARK_BYTES = 3;

    private Utf8() {}

    /** Returns the text of a body; 400 that names the line where it is not UTF-8. */
    public static String decode(byte[] body) {
        byte[] bare = withoutMark(body);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bare);
        CharBuffer out = CharBuffer.allocate(bare.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw ProblemException.of(ProblemType.MALFORMED_REQUEST,
                    "expected text in UTF-8, but line " + lineAt(bare, in.position())
                            + " is not; save the file as \"CSV UTF-8\"");
        }
        return out.flip().toString();
    }

    /** Returns a body without the mark that some programs begin files with. */
    public static byte[] withoutMark(byte[] body) {
        boolean marked = body.length >= MARK_BYTES && body[0] == (byte) 0xEF
                && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(body, MARK_BYTES, body.length) : body;
    }

    private static long lineAt(byte[] bytes, int end) {
        long line = 1;
        for (int i = 0; i < end; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
