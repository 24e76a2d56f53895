-- Browsers that play the programme of a station. Each may write into the as-run log of its commune, and do nothing else.
create table playout_player (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    locality bigint not null references locality,
    name text not null,
    digest text not null unique,
    paired_at timestamptz not null,
    paired_by text not null,
    seen_at timestamptz,
    revoked_at timestamptz
);
create index playout_player_place on playout_player (locality, id);
comment on column playout_player.digest is 'SHA-256 of the secret that the browser holds';
comment on column playout_player.paired_by is 'who made the code by which it was paired';

create table playout_code (
    digest text primary key,
    locality bigint not null references locality,
    made_at timestamptz not null,
    made_by text not null,
    expires_at timestamptz not null
);
comment on table playout_code is 'codes that pair a browser with a station, once';
