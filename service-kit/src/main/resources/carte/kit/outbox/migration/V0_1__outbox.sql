-- Events that are committed and not yet known to be in Kafka.
create table outbox (
    position    bigint generated always as identity primary key,
    topic       text        not null,
    partition   int         not null,
    key         text        not null,
    headers     text        not null,
    body        bytea       not null,
    traceparent text,
    created_at  timestamptz not null default clock_timestamp()
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 1000);

-- Who publishes them; the holder renews it and loses it when it has expired.
create table relay_lease (
    name       text primary key,
    holder     text        not null,
    expires_at timestamptz not null
);
