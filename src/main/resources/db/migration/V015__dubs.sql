-- A sound that dubs a film is fitted to it by a step of its own, again and again when the film changes.
alter table media_asset
    add column film bigint references media_asset,
    add column film_offset_millis bigint,
    add check (film is null or kind = 'audio');
create index media_asset_film on media_asset (film);
comment on column media_asset.film is 'whose sound this one replaces';
comment on column media_asset.film_offset_millis is 'by how much this sound comes later than the one it replaces; null when that cannot be told';

alter table processing_job
    drop constraint processing_job_step_check,
    add constraint processing_job_step_check check (step in ('take-in', 'small', 'full', 'dub'));
