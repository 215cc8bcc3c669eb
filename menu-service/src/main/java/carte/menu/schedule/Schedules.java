package carte.menu.schedule;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.menu.http.IdempotencyKey;
import carte.menu.http.IfMatch;
import carte.menu.http.RestaurantPath;
import carte.menu.http.WriteRequest;
import carte.menu.shard.Shards;
import carte.menu.writing.Audit;
import carte.menu.writing.AuditAction;
import carte.menu.writing.IdempotencyRows;
import carte.menu.writing.LockedMenu;
import carte.menu.writing.MenuWrites;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
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

    /** How many bytes of changes of one restaurant may be to come, together. */
    static final int MOST_PENDING_BYTES = 4 * 1024 * 1024;

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

    /** Keeps a change for later; answers with the one that the key made before, as it is. */
    Mono<Seen> create(WriteRequest write, ScheduleRequest request, String author) {
        return once(write, menu -> insert(menu, request, author));
    }

    /** Calls a change off; one that was called off before stays so. */
    Mono<Seen> cancel(WriteRequest write, UUID schedule, String author) {
        RestaurantId id = write.restaurantId();
        return once(write, menu -> rows.find(id, schedule)
                .switchIfEmpty(Mono.error(() -> notFound(id, schedule.toString())))
                .flatMap(found -> cancel(found, author, menu.now())));
    }

    /** Does what a request asks for on a menu that it may change, unless it was done before. */
    private Mono<Seen> once(WriteRequest write, Function<LockedMenu, Mono<Schedule>> work) {
        IfMatch condition = write.condition();
        return writes.locked(write.restaurantId(), menu -> answeredBefore(write)
                .switchIfEmpty(Mono.defer(() -> {
                    condition.check(menu.menu().version());
                    return work.apply(menu).flatMap(schedule -> remember(write, schedule, menu)
                            .thenReturn(schedule));
                }))
                .map(schedule -> new Seen(schedule, menu.menu().version())));
    }

    private Mono<Schedule> answeredBefore(WriteRequest write) {
        RestaurantId id = write.restaurantId();
        IdempotencyKey key = write.key();
        return key == null
                ? Mono.empty()
                : keys.findSubject(id, key)
                        .flatMap(subject -> rows.find(id, UUID.fromString(subject)));
    }

    private Mono<Schedule> insert(LockedMenu menu, ScheduleRequest request, String author) {
        RestaurantId id = menu.menu().restaurantId();
        return rows.pending(id)
                .doOnNext(pending -> requireRoom(pending, request))
                .then(rows.timeZone(id))
                .map(zone -> request.schedule(menu.menu().json().parse(), zone, author,
                        menu.now()))
                .flatMap(schedule -> rows.insert(schedule)
                        .then(audit.append(id, author, AuditAction.SCHEDULE_CREATED,
                                AuditedSchedule.of(schedule)))
                        .thenReturn(schedule));
    }

    private static void requireRoom(ScheduleRows.Pending pending, ScheduleRequest request) {
        if (pending.count() >= MOST_PENDING) {
            throw ProblemException.of(ProblemType.SCHEDULE_FULL,
                    MOST_PENDING + " changes of this menu are to come, which is the most");
        }
        int bytes = request.json().getBytes(StandardCharsets.UTF_8).length;
        if (pending.bytes() + bytes > MOST_PENDING_BYTES) {
            throw ProblemException.of(ProblemType.SCHEDULE_FULL, "the changes of this menu that are"
                    + " to come would be " + (pending.bytes() + bytes) + " bytes of JSON, but at"
                    + " most " + MOST_PENDING_BYTES + " are kept");
        }
    }

    private Mono<Void> remember(WriteRequest write, Schedule schedule, LockedMenu menu) {
        IdempotencyKey key = write.key();
        return key == null
                ? Mono.empty()
                : keys.save(write.restaurantId(), key, menu.menu().version(),
                        schedule.id().toString());
    }

    private Mono<Schedule> cancel(Schedule schedule, String author, Instant now) {
        return switch (schedule.state()) {
            case PENDING -> {
                Schedule cancelled = schedule.cancelled(author, now);
                yield rows.cancel(schedule.id(), author, now)
                        .then(audit.append(schedule.restaurantId(), author,
                                AuditAction.SCHEDULE_CANCELLED, AuditedSchedule.of(cancelled)))
                        .thenReturn(cancelled);
            }
            case CANCELLED -> Mono.just(schedule);
            case APPLIED, FAILED -> Mono.error(ProblemException.of(ProblemType.SCHEDULE_ENDED,
                    "the change was due at " + schedule.dueAt() + " and is " + schedule.state()
                            + "; it cannot be called off any more"));
        };
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
