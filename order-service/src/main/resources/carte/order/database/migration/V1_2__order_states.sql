alter table customer_order
    -- 1 when the order was placed, one more at each change.
    add column revision   integer not null default 1 check (revision >= 1),
    -- When this revision was made, by the clock of the database.
    add column changed_at timestamptz,
    -- The customer's rating, once it is given.
    add column stars      smallint check (stars between 1 and 5);

update customer_order set changed_at = placed_at;

-- The defaults are for instances of before, which are still at work while this is done.
alter table customer_order
    alter column changed_at set default clock_timestamp(),
    alter column changed_at set not null;

-- Every revision of every order, with who made it.
create table order_state_change (
    order_id   uuid        not null references customer_order,
    revision   integer     not null,
    state      text        not null,
    stars      smallint,
    changed_at timestamptz not null,
    -- Null: the customer.
    changed_by text,
    primary key (order_id, revision)
);

insert into order_state_change (order_id, revision, state, changed_at)
select id, revision, state, changed_at from customer_order;

-- A restaurant's orders, newest first: all of them, and those that still have something to be done.
create index customer_order_board on customer_order (restaurant_id, placed_at desc, id desc);
create index customer_order_open on customer_order (restaurant_id, placed_at desc, id desc)
    where state in ('PLACED', 'ACCEPTED', 'PREPARING', 'READY');
