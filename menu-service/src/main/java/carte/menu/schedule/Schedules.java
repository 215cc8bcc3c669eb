package carte.menu.schedule;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.menu.http.IdempotencyKey;
import carte.menu.http.RestaurantPath;
import carte.menu.shard.Shards;
import carte.menu.writing.Audit;
import carte.menu.writing.AuditAction;
import carte.menu.writing.IdempotencyRows;
import carte.menu.writing.LockedMenu;
import carte.menu.writing.MenuWrites;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The scheduled changes of restaurants: whatever is decided about one is decided while its menu is
 * held, so a change is called off or takes effect, and never both.
 */
@Component
public class Schedules {

    /** How many changes of one restaurant may be to come. */
    static final int MOST_PENDING = 1_000;

    private final MenuWrites writes;
    private final Shards shards;
    private final Audit audit;
    private final ScheduleRows rows;
    private final IdempotencyRows keys;

    Schedules(MenuWrites writes, Shards shards, Audit audit, DatabaseClient database) {
        this.writes = writes;
        this.shards = shards;
        this.audit = audit;
        this.rows = new ScheduleRows(database);
        this.keys = new IdempotencyRows(database);
    }

    /** A schedule, and the version of the menu beside which it was seen. */
    record Seen(Schedule schedule, MenuVersion menu) {}

    /** What the audit says of a schedule. */
    private record Detail(UUID scheduleId, String at, Instant dueAt) {}

    /** Keeps a change for later; answers with the one that {@code key} made before, as it is. */
    Mono<Seen> create(RestaurantId id, ScheduleRequest request, @Nullable IdempotencyKey key,
            String author) {
        return writes.locked(id, menu -> answeredBefore(id, key)
                .switchIfEmpty(Mono.defer(() -> insert(menu, request, key, author)))
                .map(schedule -> new Seen(schedule, menu.menu().version())));
    }

    private Mono<Schedule> answeredBefore(RestaurantId id, @Nullable IdempotencyKey key) {
        return key == null
                ? Mono.empty()
                : keys.findSubject(id, key)
                        .flatMap(subject -> rows.find(id, UUID.fromString(subject)));
    }

    private Mono<Schedule> insert(LockedMenu menu, ScheduleRequest request,
            @Nullable IdempotencyKey key, String author) {
        RestaurantId id = menu.menu().restaurantId();
        return rows.countPending(id)
                .filter(pending -> pending < MOST_PENDING)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.SCHEDULE_FULL,
                        MOST_PENDING + " changes of this menu are to come, which is the most")))
                .then(rows.timeZone(id))
                .map(zone -> request.schedule(menu.menu().json().parse(), zone, author,
                        menu.now()))
                .flatMap(schedule -> rows.insert(schedule)
                        .then(remember(schedule, key, menu.menu().version()))
                        .then(audit.append(id, author, AuditAction.SCHEDULE_CREATED,
                                detail(schedule)))
                        .thenReturn(schedule));
    }

    private Mono<Void> remember(
            Schedule schedule, @Nullable IdempotencyKey key, MenuVersion version) {
        return key == null
                ? Mono.empty()
                : keys.save(schedule.restaurantId(), key, version, schedule.id().toString());
    }

    /** Calls a change off; one that was called off before stays so. */
    Mono<Seen> cancel(RestaurantId id, UUID schedule, String author) {
        return writes.locked(id, menu -> rows.find(id, schedule)
                .switchIfEmpty(Mono.error(() -> notFound(id, schedule.toString())))
                .flatMap(found -> cancel(found, author))
                .map(cancelled -> new Seen(cancelled, menu.menu().version())));
    }

    private Mono<Schedule> cancel(Schedule schedule, String author) {
        return switch (schedule.state()) {
            case PENDING -> rows.cancel(schedule)
                    .then(audit.append(schedule.restaurantId(), author,
                            AuditAction.SCHEDULE_CANCELLED, detail(schedule)))
                    .thenReturn(schedule.cancelled());
            case CANCELLED -> Mono.just(schedule);
            case APPLIED, FAILED -> Mono.error(ProblemException.of(ProblemType.SCHEDULE_ENDED,
                    "the change was due at " + schedule.dueAt() + " and is " + schedule.state()
                            + "; it cannot be called off any more"));
        };
    }

    private static Detail detail(Schedule schedule) {
        return new Detail(schedule.id(), schedule.at().text(), schedule.dueAt());
    }

    /** Returns a schedule; 404 if the restaurant has none of that id. */
    Mono<Schedule> find(RestaurantId id, UUID schedule) {
        return in(id, rows.timeZone(id)
                .switchIfEmpty(Mono.error(() -> RestaurantPath.notFound(id)))
                .then(rows.find(id, schedule))
                .switchIfEmpty(Mono.error(() -> notFound(id, schedule.toString()))));
    }

    Mono<SchedulePage> list(RestaurantId id, ScheduleQuery query) {
        return in(id, rows.timeZone(id)
                .switchIfEmpty(Mono.error(() -> RestaurantPath.notFound(id)))
                .then(rows.list(id, query)));
    }

    private <T> Mono<T> in(RestaurantId id, Mono<T> work) {
        return Mono.justOrEmpty(shards.of(id))
                .switchIfEmpty(Mono.error(() -> RestaurantPath.notFound(id)))
                .flatMap(shard -> shards.in(shard, work));
    }

    static ProblemException notFound(RestaurantId id, String schedule) {
        return ProblemException.of(ProblemType.SCHEDULE_NOT_FOUND,
                id + " has no scheduled change \"" + schedule + "\"");
    }

    /**
     * Moves what was given in the restaurant's own time, so that its clocks will show that time
     * when it takes effect. To be called in the transaction that writes the new time zone, after
     * it was written.
     */
    public Mono<Void> timeZoneChanged(RestaurantId id, ZoneId zone) {
        return writes.locked(id, _ -> rows.pendingLocal(id)
                .collectList()
                .flatMapIterable(pending -> pending)
                .filter(schedule -> !schedule.at().dueAt(zone).equals(schedule.dueAt()))
                .concatMap(schedule -> rows.move(schedule, schedule.at().dueAt(zone)))
                .then());
    }
}
