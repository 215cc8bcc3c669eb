-- How far the topic menu-events has been followed: all changes of a shard in a partition that were
-- acknowledged before the time, by the shard's database, are in the copies.
create table menu_watermark (
    partition integer     not null,
    shard     text        not null,
    time      timestamptz not null,
    primary key (partition, shard)
) with (fillfactor = 50);

alter table menu_copy
    -- Where its changes come from; null where that has not been told yet.
    add column shard text,
    -- When its owner knew the copy to be the newest, by the shard's database; null where the owner
    -- was not asked.
    add column as_of timestamptz,
    -- When a record of it was found that cannot be read: watermarks do not speak for the copy
    -- before its owner has been asked as of a later time.
    add column gap   timestamptz;
