package carte.order.book;

import carte.contracts.json.ContractJson;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@link OrderBook} in the tables {@code customer_order} and {@code idempotency_key}. */
@Component
final class PostgresOrderBook implements OrderBook {

    private static final String COLUMNS = """
            o.id, o.restaurant_id, o.menu_version, o.priced_by, o.fulfilment,
            cast(o.lines as text) as lines, o.state, o.currency, o.total, o.tax, o.placed_at,
            o.token_hash""";

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

    private static final String WRITE = """
            insert into customer_order (id, restaurant_id, menu_version, priced_by, fulfilment,
                lines, state, currency, total, tax, placed_at, token_hash)
            values (:id, :restaurant, :menuVersion, :pricedBy, :fulfilment,
                cast(:lines as jsonb), :state, :currency, :total, :tax, :placedAt, :tokenHash)""";

    private final DatabaseClient database;
    private final long keptSeconds;

    PostgresOrderBook(DatabaseClient database, KeySettings settings) {
        this.database = database;
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
    public Mono<Void> write(Order order) {
        var request = order.request();
        return database.sql(WRITE)
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
                .then();
    }
}
