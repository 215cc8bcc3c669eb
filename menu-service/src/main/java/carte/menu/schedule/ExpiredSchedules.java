package carte.menu.schedule;

import carte.kit.expiry.ExpiringRows;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Scheduled changes are shown for a season after they have ended. */
@Component
class ExpiredSchedules implements ExpiringRows {

    /** How long after its end a schedule is kept. */
    static final Duration KEPT = Duration.ofDays(90);

    private final ScheduleRows rows;

    ExpiredSchedules(DatabaseClient database) {
        this.rows = new ScheduleRows(database);
    }

    @Override
    public String plural() {
        return "scheduled changes";
    }

    @Override
    public Mono<Long> removeExpired() {
        return rows.removeEnded(KEPT.toDays());
    }
}
