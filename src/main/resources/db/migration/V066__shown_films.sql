-- A sound keeps the pictures of the film that it was fitted to until it is fitted to the one that has taken its place.
alter table media_asset
    add column shown_film bigint references media_asset,
    add check (shown_film is null or kind = 'audio');
create index media_asset_shown_film on media_asset (shown_film);
comment on column media_asset.shown_film is 'the film that this sound was fitted to, and whose pictures it has';
update media_asset a set shown_film = film where film is not null
    and (film_offset_millis is not null or exists (select 1 from rendition r where r.asset = a.id and r.content_type like 'video/%'));
