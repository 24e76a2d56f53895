-- What loudspeakers have really aired, as their stations say it. Nothing is ever deleted: what was wrong is corrected, and what it was before is kept.
create table broadcast (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    locality bigint not null references locality,
    key text not null check (length(key) between 1 and 100),
    digest text not null,
    product bigint not null references product,
    language text not null references language,
    aired_at timestamptz not null,
    seconds int not null check (seconds between 0 and 86400),
    outcome text not null check (outcome in ('aired', 'cut', 'missed')),
    note text not null,
    origin text not null check (origin in ('playout', 'api', 'file', 'hand')),
    struck boolean not null default false,
    changes int not null default 0,
    written_at timestamptz not null,
    written_by text not null,
    unique (locality, key)
);
create index broadcast_place on broadcast (locality, aired_at, id);
create index broadcast_time on broadcast (aired_at);
create index broadcast_product on broadcast (product, language, locality) where outcome = 'aired' and not struck;
comment on column broadcast.key is 'chosen by whoever wrote it: the same one again is the same entry';
comment on column broadcast.digest is 'of what came with the key, by which a repetition is told from another entry';
comment on column broadcast.seconds is 'how long it was heard; 0 when nobody knows, or it was not';
comment on column broadcast.struck is 'was written by mistake, and counts for nothing';
comment on column broadcast.changes is 'how often it was corrected';

create table broadcast_change (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    broadcast bigint not null references broadcast,
    number int not null,
    product bigint not null references product,
    language text not null references language,
    aired_at timestamptz not null,
    seconds int not null,
    outcome text not null,
    note text not null,
    struck boolean not null,
    made_at timestamptz not null,
    made_by text not null,
    reason text not null check (length(reason) > 0),
    unique (broadcast, number)
);
comment on table broadcast_change is 'what an entry was before somebody corrected it, and why they did';
