-- What is known of each order from the topic order-events: the newest revision that was read.
create table counted_order (
    order_id      uuid primary key,
    restaurant_id text        not null,
    revision      integer     not null,
    state         text        not null,
    stars         smallint,
    placed_at     timestamptz not null,
    -- When the revision was made.
    changed_at    timestamptz not null,
    -- When it became ready; null until the event of that was read.
    ready_at      timestamptz,
    -- The kitchen has it before it; its state will not change any more.
    being_made    boolean     not null,
    ended         boolean     not null
);

create index counted_order_open on counted_order (restaurant_id, placed_at) where not ended;
create index counted_order_ready on counted_order (restaurant_id, ready_at)
    where ready_at is not null;
create index counted_order_ended on counted_order (changed_at) where ended;

-- How many orders of each day (UTC) count. Days outside of the window are left for a while. There is
-- no index by day alone: right after midnight it would be taken, and lead to all restaurants' rows.
create table restaurant_day (
    restaurant_id text    not null,
    day           date    not null,
    orders        integer not null,
    primary key (restaurant_id, day)
);

-- The sums over all orders. Whoever changes any row of a restaurant locks this one first.
create table restaurant_popularity (
    restaurant_id text   primary key,
    country       text   not null generated always as (left(restaurant_id, 2)) stored,
    -- The sum of the restaurant's rows in restaurant_day, those outside of the window included.
    order_count   bigint not null default 0,
    -- None of them is of an earlier day.
    first_day     date,
    stars         bigint not null default 0,
    ratings       bigint not null default 0
)
-- Counting changes no index where there is room for the new row beside the old one.
with (fillfactor = 70);

-- Those that may be among a country's popular ones: 4.5 stars or more.
create index restaurant_popularity_good on restaurant_popularity (country)
    where ratings > 0 and 2 * stars >= 9 * ratings;

-- The primary's time, written again and again: what a replica shows of it is as of when it is.
create table popularity_beat (
    id smallint    primary key default 1 check (id = 1),
    at timestamptz not null
);
