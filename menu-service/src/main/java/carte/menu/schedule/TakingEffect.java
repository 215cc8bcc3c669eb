package carte.menu.schedule;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.RestaurantId;
import carte.kit.problem.Problem;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.menu.document.Restoration;
import carte.menu.schedule.Effect.Applied;
import carte.menu.schedule.Effect.Failed;
import carte.menu.schedule.Effect.Nothing;
import carte.menu.schedule.Effect.Restored;
import carte.menu.writing.Audit;
import carte.menu.writing.AuditAction;
import carte.menu.writing.ChangeKind;
import carte.menu.writing.LockedMenu;
import carte.menu.writing.MenuWrites;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Does what is due for a menu, each piece in one transaction with the note that it is done, while
 * the menu is held: so it is done once, however many try.
 */
@Component
class TakingEffect {

    /** Whom the history names where items return to sale. */
    static final String RESTORER = "carte";

    private static final Logger LOG = LoggerFactory.getLogger(TakingEffect.class);

    private final MenuWrites writes;
    private final Audit audit;
    private final ScheduleRows rows;

    TakingEffect(MenuWrites writes, Audit audit, DatabaseClient database) {
        this.writes = writes;
        this.audit = audit;
        this.rows = new ScheduleRows(database);
    }

    /** An error that is no refusal, with the change whose transaction it ended. */
    private static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Schedule schedule;

        Broken(Schedule schedule, Throwable cause) {
            super(cause);
            this.schedule = schedule;
        }
    }

    /** Does the first piece of work that is due for a menu. */
    Mono<Effect> next(RestaurantId id) {
        return writes.locked(id, this::next)
                .onErrorResume(Broken.class, broken -> fail(id, broken));
    }

    private Mono<Effect> next(LockedMenu menu) {
        return rows.firstDue(menu.menu().restaurantId(), menu.now())
                .flatMap(schedule -> apply(schedule, menu))
                .switchIfEmpty(Mono.defer(() -> restore(menu)));
    }

    private Mono<Effect> apply(Schedule schedule, LockedMenu menu) {
        Mono<Effect> applied = writes.change(menu, ChangeKind.SCHEDULED, schedule.author(),
                document -> schedule.itemChanges().applyTo(document))
                .flatMap(next -> rows.applied(schedule, next.version())
                        .thenReturn(new Applied(schedule, next.version(),
                                Duration.between(schedule.dueAt(), menu.now()))));
        return applied
                .onErrorResume(ProblemException.class,
                        refusal -> fail(schedule, refusal.problem()))
                .onErrorMap(error -> new Broken(schedule, error));
    }

    /** Puts a fault of ours aside, where it holds up nothing else. */
    private Mono<Effect> fail(RestaurantId id, Broken broken) {
        LOG.error("{}: the scheduled change {} cannot be made", id, broken.schedule.id(),
                broken.getCause());
        return writes.locked(id, _ -> fail(broken.schedule, Problem.of(ProblemType.INTERNAL_ERROR,
                "the change was not made; the fault is ours and has been logged")));
    }

    private Mono<Effect> fail(Schedule schedule, Problem problem) {
        String json = ContractJson.mapper().writeValueAsString(problem);
        return rows.failed(schedule.id(), json)
                .filter(ended -> ended > 0)
                .flatMap(_ -> audit.append(schedule.restaurantId(), schedule.author(),
                        AuditAction.SCHEDULE_FAILED,
                        AuditedSchedule.failed(schedule, problem.detail())))
                .thenReturn(new Failed(schedule, problem.detail()));
    }

    private Mono<Effect> restore(LockedMenu menu) {
        Instant until = Restoration.nextAt(menu.menu().json().parse());
        if (until == null || until.isAfter(menu.now())) {
            return writes.noteRestores(menu).thenReturn(new Nothing());
        }
        return writes.change(menu, ChangeKind.RESTORED, RESTORER,
                document -> Restoration.at(menu.now(), document))
                .<Effect>map(next -> new Restored(
                        next.version(), Duration.between(until, menu.now())));
    }
}
