-- The last time that the index was built anew, whichever node did it, so that every node can tell how far it is. One row.
create table index_rebuild (
    id smallint primary key default 1 check (id = 1),
    run bigint not null default 0,
    state text not null default 'idle' check (state in ('idle', 'running', 'done', 'failed')),
    done integer not null default 0,
    total integer not null default 0,
    since timestamptz,
    until timestamptz,
    failure text check (failure in ('node-stopped', 'search-away', 'other')),
    heard_at timestamptz
);
insert into index_rebuild default values;
