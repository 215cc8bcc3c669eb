package carte.contracts.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The Lua scripts that make the decisions of {@link CacheRules} inside Redis. */
public final class CacheScripts {

    /**
     * Keys: the entry. Arguments: entry bytes, time to live (ms), fill deadline (µs). Returns
     * {@code stored}, {@code old} or {@code late}.
     */
    public static final String FILL = load("fill.lua");

    /**
     * Keys: the entry, the offset of its partition. Arguments: version, publishedAt (µs), value
     * bytes or nothing, time to live of a value (ms), lifetime of a floor (ms), expected offset or
     * -1, next offset. Returns {@code refreshed}, {@code floored}, {@code applied} or {@code
     * elsewhere}.
     */
    public static final String APPLY = load("apply.lua");

    /**
     * Keys: the entry, the offset of its partition. Arguments: lifetime of the floor (ms), expected
     * offset or -1, next offset. Returns {@code floored}, {@code applied} or {@code elsewhere}.
     */
    public static final String EVICT = load("evict.lua");

    /**
     * Keys: offset, watermark, both of one partition. Arguments: expected offset or -1, next
     * offset, time of the watermark (µs). Returns {@code applied} or {@code elsewhere}.
     */
    public static final String ADVANCE = load("advance.lua");

    private CacheScripts() {}

    private static String load(String name) {
        try (InputStream in = CacheScripts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
