package carte.menu.writing;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.RestaurantId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The table {@code audit}: who did what, when, besides changing menus, whose history tells it. A
 * row is written in the transaction of what it tells of.
 */
@Component
public class Audit {

    private static final String APPEND = """
            insert into audit (restaurant_id, at, author, action, detail)
            values (:id, clock_timestamp(), :author, :action, cast(:detail as jsonb))""";

    private final DatabaseClient database;

    Audit(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Adds a row within the transaction around it.
     *
     * @param detail what is written as a JSON object: a record, a map or a tree
     */
    public Mono<Void> append(
            RestaurantId id, String author, AuditAction action, Object detail) {
        return database.sql(APPEND)
                .bind("id", id.value())
                .bind("author", author)
                .bind("action", action.name())
                .bind("detail", ContractJson.mapper().writeValueAsString(detail))
                .then();
    }
}
