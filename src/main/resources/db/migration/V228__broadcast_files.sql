-- Tables of broadcasts that were brought in, and what came of each.
create table broadcast_file (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    locality bigint references locality,
    name text not null,
    problem text,
    detail text not null,
    stored int not null,
    known int not null,
    refused int not null,
    faults text not null check (faults is json array),
    made_at timestamptz not null,
    made_by text not null
);
create index broadcast_file_place on broadcast_file (locality, id);
comment on column broadcast_file.locality is 'whose page it was brought to; null for that of several communes';
comment on column broadcast_file.problem is 'code of why nothing of it was taken; null when its lines were read';
comment on column broadcast_file.faults is 'the first lines that were refused, each with its column and why';
