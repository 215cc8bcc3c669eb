-- Changes that take effect by themselves.
create table menu_schedule (
    id            uuid primary key,
    position      bigint generated always as identity,
    restaurant_id text collate "C" not null references restaurant,
    at            text             not null,
    local         boolean          not null,
    due_at        timestamptz      not null,
    state         text             not null
        check (state in ('PENDING', 'APPLIED', 'FAILED', 'CANCELLED')),
    author        text             not null,
    created_at    timestamptz      not null,
    changes       text             not null,
    version       bigint,
    problem       text,
    ended_at      timestamptz,
    cancelled_by  text,
    check ((state = 'PENDING') = (ended_at is null)),
    check ((state = 'CANCELLED') = (cancelled_by is not null)),
    check ((state = 'APPLIED') = (version is not null)),
    check ((state = 'FAILED') = (problem is not null))
);

-- What is looked at several times a second holds only what is still to come.
create index menu_schedule_due on menu_schedule (due_at, position) where state = 'PENDING';
create index menu_schedule_pending
    on menu_schedule (restaurant_id, due_at, position) where state = 'PENDING';
create index menu_schedule_ended
    on menu_schedule (restaurant_id, due_at, position) where state <> 'PENDING';
create index menu_schedule_by_age on menu_schedule (ended_at) where state <> 'PENDING';

-- When the first item of a menu returns to sale by itself; written with each version.
alter table menu add column restores_at timestamptz;

update menu set restores_at = (
    select min((until #>> '{}')::timestamptz)
    from jsonb_path_query(convert_from(document, 'UTF8')::jsonb,
        '$.**.availability.until ? (@ != null)') as until)
where position('"until":"'::bytea in document) > 0;

create index menu_restores on menu (restores_at) where restores_at is not null;
