package carte.kit.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4). */
public final class Sha256 {

    private static final int BYTES = 32;

    private Sha256() {}

    /** Returns the 32 bytes of the digest of all parts, one after the other. */
    public static byte[] of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the digest as 64 hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return hex(bytes, BYTES);
    }

    /** Returns the first so many bytes of the digest in hexadecimal. */
    public static String hex(byte[] bytes, int first) {
        return HexFormat.of().formatHex(of(bytes), 0, first);
    }
}
