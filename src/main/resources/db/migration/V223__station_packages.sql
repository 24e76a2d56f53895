-- Files that a feature keeps among the blobs without their being media; whoever holds one lets go of it again.
create table blob_hold (
    holder text primary key,
    blob char(64) not null references blob
);
create index blob_hold_blob on blob_hold (blob);
comment on column blob_hold.holder is 'what it is kept for, such as package 17';

-- With which the portal signs packages for stations. Those that were replaced stay, without what signs, so that what they have signed can still be checked.
create table package_key (
    id text primary key check (id ~ '^[0-9a-f]{16}$'),
    version bigint not null default 0,
    public_key bytea not null,
    private_key bytea,
    made_at timestamptz not null,
    retired_at timestamptz,
    distrusted boolean not null default false,
    check ((private_key is null) = (retired_at is not null))
);
create unique index package_key_current on package_key ((retired_at is null)) where retired_at is null;
comment on column package_key.id is 'how the SHA-256 of the public key begins';
comment on column package_key.distrusted is 'somebody else may have had it: what it has signed proves nothing';

-- What a station without internet plays in some days, as one file.
create table station_package (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    station bigint not null references station,
    first_day date not null,
    last_day date not null,
    since bigint references station_package on delete set null,
    fingerprint text not null,
    signing_key text not null references package_key,
    editions text not null,
    state text not null check (state in ('WAITING', 'READY', 'REFUSED', 'EXPIRED')),
    problem text check (problem in ('CHANGED', 'NO_ROOM', 'BROKEN')),
    attempt int not null default 0,
    percent int not null default 0,
    name text not null,
    files text not null default '[]' check (files is json array),
    sha256 text,
    bytes bigint,
    made_by text not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    check ((state in ('READY', 'EXPIRED')) = (sha256 is not null))
);
create index station_package_station on station_package (station, id desc);
create index station_package_since on station_package (since) where since is not null;
create unique index station_package_content on station_package (station, fingerprint) where state in ('WAITING', 'READY');
comment on column station_package.since is 'the earlier one whose files are left out';
comment on column station_package.fingerprint is 'tells all that is in it from all else';
comment on column station_package.editions is 'which editions of the programme it was made of';
comment on column station_package.files is 'where whoever has it finds each sound';

create table scheduled_package_tasks (like scheduled_tasks including constraints including indexes);
