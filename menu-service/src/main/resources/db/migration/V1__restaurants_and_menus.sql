-- Ids compare by their bytes, as they do in Java, so that lists go on across shards.
create table restaurant (
    id            text collate "C" primary key check (id ~ '^[A-Z]{2}-[a-z0-9-]{1,60}$'),
    country       text             not null check (country = left(id, 2)),
    name          text             not null,
    city          text             not null,
    cuisines      text[]           not null,
    currency      text             not null,
    time_zone     text             not null,
    latitude      double precision,
    longitude     double precision,
    opening_hours jsonb            not null,
    special_days  jsonb            not null,
    paused_until  timestamptz,
    rating        double precision,
    rating_count  int              not null default 0,
    created_at    timestamptz      not null,
    check ((latitude is null) = (longitude is null))
);

create index restaurant_by_country on restaurant (country, id);
create index restaurant_by_city on restaurant (lower(city), id);
create index restaurant_by_cuisine on restaurant using gin (cuisines);

-- The newest version of each menu. The document is written once and served as it is.
create table menu (
    restaurant_id text collate "C" primary key references restaurant,
    version       bigint      not null check (version > 0),
    published_at  timestamptz not null,
    document      bytea       not null
) with (fillfactor = 80);

-- Every version there ever was: who made it, when, how, and what it said.
create table menu_version (
    restaurant_id text collate "C" references restaurant,
    version       bigint,
    published_at  timestamptz not null,
    author        text        not null,
    change        text        not null,
    document      bytea       not null,
    primary key (restaurant_id, version)
);

-- Answers that a client may ask for again by sending the same request with the same key.
create table idempotency_key (
    restaurant_id text collate "C",
    key           text,
    request       bytea       not null,
    version       bigint      not null,
    created_at    timestamptz not null,
    primary key (restaurant_id, key)
);

create index idempotency_key_by_age on idempotency_key (created_at);
