package carte.order.book;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.Money;
import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import carte.order.access.TokenHash;
import carte.order.pricing.Fulfilment;
import carte.order.pricing.OrderLine;
import carte.order.pricing.OrderRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Reads an order from a row of {@code customer_order}. */
final class OrderRow {

    private OrderRow() {}

    static Order order(Readable row) {
        String currency = text(row, "currency");
        return new Order(
                get(row, "id", UUID.class),
                request(row),
                version(row, "priced_by"),
                progress(row),
                new Money(get(row, "total", Long.class), currency),
                new Money(get(row, "tax", Long.class), currency),
                get(row, "placed_at", Instant.class),
                new TokenHash(text(row, "token_hash")));
    }

    static String text(Readable row, String column) {
        return get(row, column, String.class);
    }

    private static Progress progress(Readable row) {
        return new Progress(
                get(row, "revision", Integer.class),
                OrderState.valueOf(text(row, "state")),
                get(row, "changed_at", Instant.class),
                row.get("stars", Integer.class));
    }

    private static OrderRequest request(Readable row) {
        return new OrderRequest(
                new RestaurantId(text(row, "restaurant_id")),
                version(row, "menu_version"),
                Fulfilment.valueOf(text(row, "fulfilment")),
                List.of(ContractJson.mapper().readValue(text(row, "lines"), OrderLine[].class)));
    }

    private static MenuVersion version(Readable row, String column) {
        return new MenuVersion(get(row, column, Long.class));
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
