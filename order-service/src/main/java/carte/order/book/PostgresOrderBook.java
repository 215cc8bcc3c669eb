package carte.order.book;

import carte.contracts.json.ContractJson;
import carte.order.relay.OrderEvents;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * {@link OrderBook} in the tables {@code customer_order}, {@code order_state_change} and
 * {@code idempotency_key}.
 */
@Component
final class PostgresOrderBook implements OrderBook {

    static final String COLUMNS = """
            o.id, o.restaurant_id, o.menu_version, o.priced_by, o.fulfilment,
            cast(o.lines as text) as lines, o.state, o.currency, o.total, o.tax, o.placed_at,
            o.token_hash, o.revision, o.changed_at, o.stars""";

    private static final String FIND = "select " + COLUMNS
            + " from customer_order o where o.id = :id";

    private static final String KEPT = ":kept * interval '1 second'";

    private static final String FIND_BY_KEY = "select k.fingerprint, " + COLUMNS
            + " from idempotency_key k join customer_order o on o.id = k.order_id"
            + " where k.key = :key and k.created_at > clock_timestamp() - " + KEPT;

    private static final String CLAIM = """
            insert into idempotency_key (key, fingerprint, order_id)
            values (:key, :fingerprint, :order)
            on conflict (key) do update set fingerprint = excluded.fingerprint,
                order_id = excluded.order_id, created_at = clock_timestamp()
            where idempotency_key.created_at <= clock_timestamp() -\s""" + KEPT;

    private static final String HISTORY = """
            insert into order_state_change
                (order_id, revision, state, stars, changed_at, changed_by)
            select id, revision, state, stars, changed_at, cast(:author as text) from changed
            returning changed_at""";

    private static final String WRITE = """
            with changed as (
                insert into customer_order (id, restaurant_id, menu_version, priced_by, fulfilment,
                    lines, state, currency, total, tax, placed_at, token_hash, revision,
                    changed_at)
                values (:id, :restaurant, :menuVersion, :pricedBy, :fulfilment,
                    cast(:lines as jsonb), :state, :currency, :total, :tax, :placedAt, :tokenHash,
                    :revision, clock_timestamp())
                returning id, revision, state, stars, changed_at)
            """ + HISTORY;

    private static final String LOCK = FIND + " for update";

    private static final String CHANGE = """
            with changed as (
                update customer_order
                set revision = :revision, state = :state, stars = :stars,
                    changed_at = clock_timestamp()
                where id = :id
                returning id, revision, state, stars, changed_at)
            """ + HISTORY;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final OrderEvents events;
    private final long keptSeconds;

    PostgresOrderBook(
            DatabaseClient database,
            TransactionalOperator transaction,
            OrderEvents events,
            KeySettings settings) {
        this.database = database;
        this.transaction = transaction;
        this.events = events;
        this.keptSeconds = settings.keysKept().toSeconds();
    }

    @Override
    public Mono<Order> find(UUID id) {
        return database.sql(FIND).bind("id", id).map(OrderRow::order).one();
    }

    @Override
    public Mono<KeyedOrder> find(IdempotencyKey key) {
        return database.sql(FIND_BY_KEY)
                .bind("key", key.value())
                .bind("kept", keptSeconds)
                .map(row -> new KeyedOrder(
                        new Fingerprint(OrderRow.text(row, "fingerprint")), OrderRow.order(row)))
                .one();
    }

    @Override
    public Mono<Boolean> claim(Claim claim, UUID orderId) {
        return database.sql(CLAIM)
                .bind("key", claim.key().value())
                .bind("fingerprint", claim.fingerprint().hex())
                .bind("order", orderId)
                .bind("kept", keptSeconds)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Order> write(Order order) {
        var request = order.request();
        return transaction.transactional(told(order, database.sql(WRITE)
                .bind("id", order.id())
                .bind("restaurant", request.restaurantId().value())
                .bind("menuVersion", request.menuVersion().number())
                .bind("pricedBy", order.pricedBy().number())
                .bind("fulfilment", request.fulfilment().name())
                .bind("lines", ContractJson.mapper().writeValueAsString(request.lines()))
                .bind("state", order.state().name())
                .bind("currency", order.total().currency())
                .bind("total", order.total().amount())
                .bind("tax", order.tax().amount())
                .bind("placedAt", order.placedAt())
                .bind("tokenHash", order.tokenHash().hex())
                .bind("revision", order.progress().revision())
                .bindNull("author", String.class)));
    }

    @Override
    public Mono<Order> change(UUID id, Decision decision) {
        return transaction.transactional(database.sql(LOCK).bind("id", id).map(OrderRow::order)
                .one()
                .flatMap(order -> decision.on(order)
                        .map(change -> write(order, change))
                        .orElse(Mono.just(order))));
    }

    private Mono<Order> write(Order order, Change change) {
        Progress before = order.progress();
        Progress after = new Progress(before.revision() + 1, change.state(), before.changedAt(),
                change.stars());
        return told(order.with(after), database.sql(CHANGE)
                .bind("id", order.id())
                .bind("revision", after.revision())
                .bind("state", after.state().name())
                .bind("stars", Parameters.in(R2dbcType.SMALLINT, after.stars()))
                .bind("author", Parameters.in(R2dbcType.VARCHAR, change.author())));
    }

    /** Carries a change out and adds the event that tells of it. */
    private Mono<Order> told(Order order, GenericExecuteSpec change) {
        return change.map(row -> OrderRow.get(row, "changed_at", Instant.class)).one()
                .map(changedAt -> order.with(order.progress().at(changedAt)))
                .flatMap(changed -> events.append(changed.event()).thenReturn(changed));
    }
}
