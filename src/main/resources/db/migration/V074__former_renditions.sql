-- Files that others have replaced, for a while: pages that are open, caches and embeds still ask for their addresses.
create table former_rendition (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    asset bigint not null references media_asset on delete cascade,
    film bigint,
    profile text not null,
    blob char(64) not null references blob,
    content_type text not null,
    bytes bigint not null check (bytes >= 0),
    replaced_at timestamptz not null
);
create index former_rendition_asset on former_rendition (asset);
create index former_rendition_blob on former_rendition (blob);
create index former_rendition_age on former_rendition (replaced_at);
comment on column former_rendition.film is 'asset of the film whose pictures it shows, when it is of a dub';
