-- Raised by each change of a restaurant, so that who keeps a copy takes none for newer that is older.
alter table restaurant add column revision bigint not null default 1 check (revision > 0);
