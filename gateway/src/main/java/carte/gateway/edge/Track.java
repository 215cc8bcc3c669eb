package carte.gateway.edge;

import carte.contracts.cache.DatabaseClock;
import carte.contracts.http.Rfc3339;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the log is followed in one partition for one shard; written by one thread only. */
class Track {

    private final DatabaseClock clock;
    private volatile @Nullable Followed followed;
    private volatile @Nullable Text text;

    /** Takes the clock of the shard's database. */
    Track(DatabaseClock clock) {
        this.clock = clock;
    }

    DatabaseClock clock() {
        return clock;
    }

    @Nullable
    Followed followed() {
        return followed;
    }

    void watermark(Instant foundAt, Instant time) {
        Followed before = followed;
        followed = before == null ? Followed.from(foundAt, time) : before.to(time);
    }

    void startOver() {
        followed = null;
    }

    /** Returns the text of a time; that of the watermark, which most answers need, is kept. */
    String text(Instant asOf) {
        Text kept = text;
        if (kept == null || !kept.time().equals(asOf)) {
            kept = new Text(asOf, Rfc3339.millis(asOf));
            text = kept;
        }
        return kept.text();
    }

    private record Text(Instant time, String text) {}
}
