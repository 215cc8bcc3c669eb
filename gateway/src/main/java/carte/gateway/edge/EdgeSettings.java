package carte.gateway.edge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code carte.edge.*}.
 *
 * @param cacheBytes how much the kept menus may take
 * @param translatedBytes how much their forms in the words of other languages may take
 * @param fillDeadline how far a loaded menu may be behind the watermark to be kept; floors stand
 * until the watermark is past their change by as much
 * @param patience how long a reader waits for a load while there is a menu to be served stale
 * @param pause after a failed load, before the next one of the same menu, while it is served stale
 * @param heartbeat how often a page that listens is sent something when nothing has changed
 */
@ConfigurationProperties("carte.edge")
record EdgeSettings(
        @DefaultValue("256MB") DataSize cacheBytes,
        @DefaultValue("32MB") DataSize translatedBytes,
        @DefaultValue("5s") Duration fillDeadline,
        @DefaultValue("1500ms") Duration patience,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("15s") Duration heartbeat) {

    /** A menu of 2 MiB whose words have grown by as much, in both codings. */
    private static final long LARGEST_MENU_MEGABYTES = 8;

    /** Throws {@link IllegalArgumentException} that names the wrong setting. */
    EdgeSettings {
        requireMegabytes("cache-bytes", 1, cacheBytes);
        requireMegabytes("translated-bytes", LARGEST_MENU_MEGABYTES, translatedBytes);
        requirePositive("fill-deadline", fillDeadline);
        requirePositive("patience", patience);
        requirePositive("pause", pause);
        requirePositive("heartbeat", heartbeat);
    }

    /**
     * Throws {@link IllegalArgumentException} if what is kept would leave too little of the heap.
     *
     * @param heap the most bytes that the heap may become
     */
    void requireFitsInto(long heap) {
        DataSize kept = DataSize.ofBytes(cacheBytes.toBytes() + translatedBytes.toBytes());
        if (kept.toBytes() > heap / 3 * 2) {
            throw new IllegalArgumentException("carte.edge.cache-bytes, " + cacheBytes.toMegabytes()
                    + "MB, and carte.edge.translated-bytes, " + translatedBytes.toMegabytes()
                    + "MB, must be at most two thirds of the heap, which is "
                    + DataSize.ofBytes(heap).toMegabytes()
                    + "MB: keep less, or give the gateway more memory (-Xmx)");
        }
    }

    private static void requireMegabytes(String name, long least, DataSize size) {
        if (size.toMegabytes() < least) {
            throw new IllegalArgumentException("carte.edge." + name + " must be at least " + least
                    + "MB but was " + size);
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("carte.edge." + name
                    + " must be a duration above zero such as 1s but was " + duration);
        }
    }
}
