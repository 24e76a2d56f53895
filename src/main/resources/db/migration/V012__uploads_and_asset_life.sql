-- A file on its way: its bytes lie in staging until they are taken in. What is received has been forced to the disk.
create table upload (
    id text primary key check (id ~ '^[0-9a-f]{32}$'),
    version bigint not null default 0,
    owner text not null,
    name text not null,
    declared_type text,
    length bigint not null check (length >= 0),
    received bigint not null default 0 check (received between 0 and length),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    asset bigint references media_asset,
    check (asset is null or received = length)
);
create index upload_owner on upload (owner);
create index upload_expiry on upload (expires_at);
create unique index upload_asset on upload (asset);
comment on column upload.asset is 'what it has become; its bytes are given up when they are in the blob store';

-- An asset is named before its master is in the blob store, and may be refused.
alter table media_asset
    alter column master drop not null,
    add column state text not null default 'ready' check (state in ('received', 'processing', 'ready', 'rejected')),
    add column reason text,
    add column detail text,
    add check (state <> 'ready' or master is not null),
    add check ((state = 'rejected') = (reason is not null));

-- A blob that nothing refers to is marked, and deleted a day later unless it has been taken again by then.
alter table blob add column marked_at timestamptz;
create index blob_marked on blob (marked_at) where marked_at is not null;

-- What encoding tells of a rendition beyond its size.
alter table rendition
    add column profile_version int,
    add column loudness double precision,
    add column true_peak double precision,
    add column playlist text,
    add column codecs text,
    add column peak_bandwidth int,
    add column average_bandwidth int,
    add column frame_rate double precision,
    add column channels int;
comment on column rendition.loudness is 'integrated, in LUFS by EBU R128';
comment on column rendition.true_peak is 'in dBTP';
comment on column rendition.playlist is 'media playlist of HLS with a place for the address of the file';
