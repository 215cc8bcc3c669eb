-- The service's own copy of when each restaurant is open, kept from the topic restaurant-events.
create table restaurant_copy (
    restaurant_id text primary key,
    -- 0 where it was told by an owner that knew no revisions.
    revision      bigint not null,
    -- Time zone, opening hours, special days and pause, as the event has them.
    hours         jsonb  not null
);

-- A key stands for its order for some days, after which it is as good as new.
alter table idempotency_key
    add column created_at timestamptz not null default clock_timestamp();
create index idempotency_key_by_age on idempotency_key (created_at);
