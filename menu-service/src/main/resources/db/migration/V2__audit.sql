-- Which trace a version was made in.
alter table menu_version add column trace_id text;

-- What admins did besides changing menus, whose history is menu_version: who, when, what.
create table audit (
    id            bigint generated always as identity primary key,
    restaurant_id text collate "C" not null references restaurant,
    at            timestamptz      not null,
    author        text             not null,
    action        text             not null,
    detail        jsonb            not null
);

create index audit_by_restaurant on audit (restaurant_id, id);

-- What the request made where it was not a version.
alter table idempotency_key add column subject text;
