package carte.kit.outbox;

import carte.contracts.event.EncodedEvent;
import carte.contracts.json.ContractJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import tools.jackson.core.type.TypeReference;

/** The relay's statements, on one connection that is opened anew after an error. */
final class RelayDatabase implements AutoCloseable {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private static final String ACQUIRE = """
            insert into relay_lease (name, holder, expires_at)
            values (?, ?, clock_timestamp() + ? * interval '1 millisecond')
            on conflict (name) do update
            set holder = excluded.holder, expires_at = excluded.expires_at
            where relay_lease.holder = excluded.holder
               or relay_lease.expires_at < clock_timestamp()""";

    private static final String RELEASE = "delete from relay_lease where name = ? and holder = ?";

    // Three statements in one round trip; each takes its snapshot when the one before has ended.
    private static final String SCAN = """
            select clock_timestamp();
            select position, topic, partition, key, headers, body, traceparent, oldest_count
            from (
                select *, sum(octet_length(body)) over (order by position) as bytes_so_far,
                    count(*) over () as oldest_count
                from (select * from outbox order by position limit ?) as oldest
            ) as measured
            where bytes_so_far - octet_length(body) < ?
            order by position;
            select clock_timestamp()""";

    /** More than the largest event, so that there is always one. */
    private static final int LARGEST_BATCH_BYTES = 4 * 1024 * 1024;

    private static final String BACKLOG = """
            select count(*), coalesce(
                extract(epoch from clock_timestamp() - min(created_at)) * 1000, 0)::bigint
            from (select created_at from outbox order by position limit ?) as oldest""";

    private static final String DELETE = "delete from outbox where position = any(?)";

    private final Connection connection;

    RelayDatabase(DataSource source) throws SQLException {
        this.connection = source.getConnection();
    }

    /** Takes or renews a lease; false while another holds it. */
    boolean acquire(String lease, String holder, Duration duration) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACQUIRE)) {
            statement.setString(1, lease);
            statement.setString(2, holder);
            statement.setLong(3, duration.toMillis());
            return statement.executeUpdate() == 1;
        }
    }

    /** Lets another take the lease at once. */
    void release(String lease, String holder) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            statement.setString(1, lease);
            statement.setString(2, holder);
            statement.executeUpdate();
        }
    }

    /** Counts the events that wait, up to {@code most}. */
    Backlog backlog(int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BACKLOG)) {
            statement.setInt(1, most);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Backlog(row.getLong(1), Duration.ofMillis(row.getLong(2)));
            }
        }
    }

    /** Finds the oldest events, some megabytes at most, each key's in the order of changes. */
    Scan scan(int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SCAN)) {
            statement.setInt(1, most);
            statement.setInt(2, LARGEST_BATCH_BYTES);
            statement.execute();
            Instant before = time(statement);
            statement.getMoreResults();
            List<PendingEvent> events = new ArrayList<>();
            long oldest = 0;
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    events.add(event(rows));
                    oldest = rows.getLong("oldest_count");
                }
            }
            statement.getMoreResults();
            return new Scan(before, events, time(statement),
                    events.size() == oldest && oldest < most);
        }
    }

    private static Instant time(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** Removes events that Kafka has. */
    void delete(List<PendingEvent> published) throws SQLException {
        Long[] positions = published.stream().map(PendingEvent::position).toArray(Long[]::new);
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("bigint", positions));
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static PendingEvent event(ResultSet row) throws SQLException {
        EncodedEvent event = new EncodedEvent(
                row.getString("topic"),
                row.getInt("partition"),
                row.getString("key"),
                ContractJson.mapper().readValue(row.getString("headers"), HEADERS),
                row.getBytes("body"));
        return new PendingEvent(row.getLong("position"), event, row.getString("traceparent"));
    }
}
