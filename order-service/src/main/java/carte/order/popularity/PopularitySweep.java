package carte.order.popularity;

import carte.kit.telemetry.TraceParent;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes days that have left the window and orders that nothing more is told of, step by step. No
 * figure depends on when: readers leave out days that are still there, and a removed order is
 * recognised by its age.
 */
@Component
class PopularitySweep implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PopularitySweep.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);

    /** Rows that are locked at once; an event waits no longer than for one step. */
    private static final int STEP = 500;

    /** One day longer than {@link OrderStep#REMEMBERED}, so that clocks may be set a little. */
    private static final int ORDER_DAYS = (int) OrderStep.REMEMBERED.toDays() + 1;

    private static final String LOCK_RESTAURANTS = """
            select r.restaurant_id from restaurant_popularity r
            where r.restaurant_id > :after and r.first_day <= %s
            order by r.restaurant_id limit %d
            for update skip locked""".formatted(Window.LAST_DAY_OUT, STEP);

    private static final String REMOVE_DAYS = """
            with gone as (
                delete from restaurant_day
                where restaurant_id = any(:restaurants) and day <= %s
                returning restaurant_id, orders
            ), total as (
                select restaurant_id, sum(orders) as orders from gone group by restaurant_id
            )
            update restaurant_popularity r
            set order_count = r.order_count - coalesce((select t.orders from total t
                    where t.restaurant_id = r.restaurant_id), 0),
                first_day = (select min(d.day) from restaurant_day d
                    where d.restaurant_id = r.restaurant_id and d.day > %s)
            where r.restaurant_id = any(:restaurants)"""
            .formatted(Window.LAST_DAY_OUT, Window.LAST_DAY_OUT);

    private static final String REMOVE_ORDERS = """
            delete from counted_order where order_id in (
                select order_id from counted_order
                where ended and changed_at < now() - interval '%d days'
                limit %d for update skip locked)""".formatted(ORDER_DAYS, STEP);

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Disposable.Swap sweeping = Disposables.swap();

    PopularitySweep(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        // Nobody looks for what is done again and again.
        try (Scope _ = TraceParent.untraced().makeCurrent()) {
            sweeping.update(Flux.interval(PERIOD)
                    .onBackpressureDrop()
                    .concatMap(_ -> sweep().onErrorResume(error -> {
                        LOG.warn("Old figures stay for another minute: {}", error.toString());
                        return Mono.empty();
                    }))
                    .subscribe());
        }
    }

    /** Takes steps until there is nothing left that nobody else is at. */
    Mono<Void> sweep() {
        return step(removeDays(""))
                .expand(last -> step(removeDays(last)))
                .then(step(removeOrders()).repeat().takeUntil(removed -> removed == 0).then());
    }

    private <T> Mono<T> step(Mono<T> removal) {
        return transaction.transactional(removal).timeout(LONGEST_STEP);
    }

    /** Returns the last of the restaurants whose days were removed; nothing after the last one. */
    private Mono<String> removeDays(String after) {
        return database.sql(LOCK_RESTAURANTS)
                .bind("after", after)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .filter(locked -> !locked.isEmpty())
                .flatMap(locked -> database.sql(REMOVE_DAYS)
                        .bind("restaurants", locked.toArray(String[]::new))
                        .then()
                        .thenReturn(locked.getLast()));
    }

    private Mono<Long> removeOrders() {
        return database.sql(REMOVE_ORDERS).fetch().rowsUpdated();
    }

    @Override
    public void destroy() {
        sweeping.dispose();
    }
}
