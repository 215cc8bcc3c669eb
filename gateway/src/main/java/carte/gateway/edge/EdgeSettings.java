package carte.gateway.edge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code carte.edge.*}.
 *
 * @param cacheBytes how much the kept menus may take
 * @param fillDeadline how far a loaded menu may be behind the watermark to be kept; floors stand
 * until the watermark is past their change by as much
 * @param patience how long a reader waits for a load while there is a menu to be served stale
 * @param pause after a failed load, before the next one of the same menu, while it is served stale
 * @param heartbeat how often a page that listens is sent something when nothing has changed
 */
@ConfigurationProperties("carte.edge")
record EdgeSettings(
        @DefaultValue("256MB") DataSize cacheBytes,
        @DefaultValue("5s") Duration fillDeadline,
        @DefaultValue("1500ms") Duration patience,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("15s") Duration heartbeat) {

    /** Throws {@link IllegalArgumentException} that names the wrong setting. */
    EdgeSettings {
        if (cacheBytes.toMegabytes() < 1) {
            throw new IllegalArgumentException(
                    "carte.edge.cache-bytes must be at least 1MB but was " + cacheBytes);
        }
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
        if (cacheBytes.toBytes() > heap / 3 * 2) {
            throw new IllegalArgumentException("carte.edge.cache-bytes, " + cacheBytes.toMegabytes()
                    + "MB, must be at most two thirds of the heap, which is "
                    + DataSize.ofBytes(heap).toMegabytes()
                    + "MB: keep less, or give the gateway more memory (-Xmx)");
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("carte.edge." + name
                    + " must be a duration above zero such as 1s but was " + duration);
        }
    }
}
