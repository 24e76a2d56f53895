-- Archives: many products that are brought in at once from a sheet and the files that it names. First all of it is looked at, then, when somebody says so, it is carried out.
create table archive_run (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    owner text not null,
    name text not null,
    upload text,
    folder text,
    state text not null check (state in ('CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'REFUSED', 'STOPPED')),
    problem text,
    detail text,
    created_at timestamptz not null,
    ended_at timestamptz,
    check ((upload is null) <> (folder is null))
);
create index archive_run_owner on archive_run (owner, id desc);

create table archive_line (
    run bigint not null references archive_run on delete cascade,
    line int not null,
    line_key text not null,
    title text not null,
    state text not null check (state in ('FAULTY', 'SAME', 'NEW', 'CHANGED', 'DONE', 'FAILED')),
    was text not null default '',
    cells text not null,
    faults text not null default '[]',
    product text,
    primary key (run, line)
);
create index archive_line_state on archive_line (run, state, line);

-- Which product a line has become, by its own key: the same line never makes a second one.
create table archive_key (
    line_key text primary key,
    product bigint not null references product on delete cascade
);
create index archive_key_product on archive_key (product);

-- Which file has become what; an upload that was begun goes on, so that none becomes two tracks.
create table archive_file (
    product bigint not null references product on delete cascade,
    path text not null,
    mark text not null,
    upload text,
    track bigint,
    before bigint,
    primary key (product, path)
);
comment on column archive_file.mark is 'tells the bytes of one file from those of another without reading them: size and check sum, or size and time';
comment on column archive_file.before is 'the track of other bytes at the same path, whose place the new one takes';

create table scheduled_archive_tasks (like scheduled_tasks including constraints including indexes);
