package carte.contracts.cache;

import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuVersion;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The bytes of an entry: format (1 byte), kind (1 byte), version and readAt (8 bytes each,
 * big-endian; readAt in microseconds since 1970), then the menu in gzip if there is one.
 *
 * <p>The scripts read the same header with {@code struct.unpack('>BBI8I8', …)}. Lua's numbers are
 * doubles, which hold both fields exactly for 285 years after 1970.
 */
public final class CacheEntryCodec {

    /** Length of the header in bytes. */
    public static final int HEADER_BYTES = 18;

    private static final byte FORMAT = 1;
    private static final byte VALUE = 'V';
    private static final byte ABSENT = 'A';
    private static final byte FLOOR = 'F';
    private static final byte[] NO_BODY = {};

    private CacheEntryCodec() {}

    /** Returns the bytes that Redis holds for {@code entry}. */
    public static byte[] encode(CacheEntry entry) {
        return switch (entry) {
            case CacheEntry.Value value -> bytes(VALUE, entry, value.menu().gzip());
            case CacheEntry.Absent _ -> bytes(ABSENT, entry, NO_BODY);
            case CacheEntry.Floor _ -> bytes(FLOOR, entry, NO_BODY);
        };
    }

    /** Reads an entry; throws {@link IllegalArgumentException} if the bytes are not one. */
    public static CacheEntry decode(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != FORMAT) {
            throw new IllegalArgumentException("not a cache entry of format " + FORMAT);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte kind = buffer.get(1);
        MenuVersion version = new MenuVersion(buffer.getLong(2));
        Instant readAt = fromMicros(buffer.getLong(10));
        return switch (kind) {
            case VALUE -> new CacheEntry.Value(version, readAt, CompressedMenu.ofGzip(
                    Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length)));
            case ABSENT -> new CacheEntry.Absent(readAt);
            case FLOOR -> new CacheEntry.Floor(version, readAt);
            default -> throw new IllegalArgumentException("no such kind of entry: " + kind);
        };
    }

    /** Returns microseconds since 1970, the resolution of PostgreSQL's and Redis's clocks. */
    public static long toMicros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** Returns the instant of so many microseconds since 1970. */
    public static Instant fromMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static byte[] bytes(byte kind, CacheEntry entry, byte[] body) {
        return ByteBuffer.allocate(HEADER_BYTES + body.length)
                .put(FORMAT)
                .put(kind)
                .putLong(entry.version().number())
                .putLong(toMicros(entry.readAt()))
                .put(body)
                .array();
    }
}
