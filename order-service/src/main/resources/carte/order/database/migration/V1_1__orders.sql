-- The service's own copy of each menu, kept from the topic menu-events.
create table menu_copy (
    restaurant_id    text primary key,
    -- The newest version that is known to exist.
    version          bigint not null,
    -- The version of the document; older than the newest where an event carried none.
    document_version bigint not null,
    -- The menu document as gzip JSON.
    document         bytea,
    check (document_version <= version),
    check ((document is null) = (document_version = 0))
);

-- The documents are compressed already.
alter table menu_copy alter column document set storage external;

create table customer_order (
    id            uuid primary key,
    restaurant_id text        not null,
    -- The version that the customer saw, and the one that the order was priced by.
    menu_version  bigint      not null,
    priced_by     bigint      not null,
    fulfilment    text        not null,
    lines         jsonb       not null,
    state         text        not null,
    currency      text        not null,
    -- Minor units.
    total         bigint      not null check (total >= 0),
    tax           bigint      not null check (tax >= 0),
    placed_at     timestamptz not null,
    -- SHA-256 of the access token, in hexadecimal.
    token_hash    text        not null
);

-- A key stands for one order; it commits with the order, which is written after it.
create table idempotency_key (
    key         text primary key,
    -- SHA-256 of the request, in hexadecimal.
    fingerprint text not null,
    order_id    uuid not null references customer_order deferrable initially deferred
);

-- The secret that access tokens are made of, where the configuration names none.
create table token_secret (
    id     smallint primary key default 1 check (id = 1),
    secret bytea not null
);
