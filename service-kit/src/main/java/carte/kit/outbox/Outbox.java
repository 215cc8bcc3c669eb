package carte.kit.outbox;

import carte.contracts.event.EncodedEvent;
import carte.contracts.json.ContractJson;
import carte.kit.telemetry.TraceParent;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Writes events beside the change they tell of, in the same transaction. */
public final class Outbox {

    /** Where Flyway finds the tables of the outbox. */
    public static final String MIGRATIONS = "classpath:carte/kit/outbox/migration";

    private static final String INSERT = """
            insert into outbox (topic, partition, key, headers, body, traceparent)
            values (:topic, :partition, :key, :headers, :body, :traceparent)""";

    private final DatabaseClient database;

    /** Takes the client whose transactions the events join. */
    public Outbox(DatabaseClient database) {
        this.database = database;
    }

    /** Adds an event to the transaction around this call, and to the trace around it. */
    public Mono<Void> append(EncodedEvent event) {
        return Mono.defer(() -> insert(event, TraceParent.current()));
    }

    private Mono<Void> insert(EncodedEvent event, @Nullable String traceParent) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(INSERT)
                .bind("topic", event.topic())
                .bind("partition", event.partition())
                .bind("key", event.key())
                .bind("headers", ContractJson.mapper().writeValueAsString(event.headers()))
                .bind("body", event.body());
        insert = traceParent == null
                ? insert.bindNull("traceparent", String.class)
                : insert.bind("traceparent", traceParent);
        return insert.then();
    }
}
