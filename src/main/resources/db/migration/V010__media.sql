-- Files by content: a blob is named by its SHA-256, an asset is a master with its renditions.
create table blob (
    sha256 char(64) primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    version bigint not null default 0,
    size bigint not null check (size >= 0),
    created_at timestamptz not null
);

create table media_asset (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    kind text not null check (kind in ('audio', 'video', 'image', 'document', 'text')),
    original_name text not null,
    master char(64) not null references blob,
    duration_millis bigint check (duration_millis > 0),
    width int check (width > 0),
    height int check (height > 0),
    created_at timestamptz not null
);
create index media_asset_master on media_asset (master);

create table rendition (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    asset bigint not null references media_asset,
    profile text not null,
    blob char(64) not null references blob,
    content_type text not null,
    bytes bigint not null check (bytes >= 0),
    bitrate int check (bitrate > 0),
    width int check (width > 0),
    height int check (height > 0),
    duration_millis bigint check (duration_millis > 0),
    unique (asset, profile, content_type)
);
create index rendition_blob on rendition (blob);
comment on column rendition.bitrate is 'bits per second';
