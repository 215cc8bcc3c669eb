package carte.menu.propagation;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The table {@code menu_version} as far as it says when and in which trace. */
final class CommittedVersions {

    private static final String FIND = """
            select v.published_at, v.trace_id
            from restaurant r
            left join menu_version v on v.restaurant_id = r.id and v.version = :version
            where r.id = :id""";

    private final DatabaseClient database;

    CommittedVersions(DatabaseClient database) {
        this.database = database;
    }

    /** Returns the version, if there is one; empty if there is no such restaurant. */
    Mono<Optional<CommittedVersion>> find(RestaurantId id, MenuVersion version) {
        return database.sql(FIND)
                .bind("id", id.value())
                .bind("version", version.number())
                .map(row -> Optional.ofNullable(row.get("published_at", OffsetDateTime.class))
                        .map(time -> new CommittedVersion(
                                time.toInstant(), row.get("trace_id", String.class))))
                .one();
    }
}
