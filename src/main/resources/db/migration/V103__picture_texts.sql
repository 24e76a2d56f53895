-- Who does not see the picture that stands for a work is told what it shows.
alter table track add column alt text not null default '{}' check (alt is json object);
comment on column track.alt is 'what the picture shows that stands for the work, by language: an uploaded poster, or the one that was taken of a film';
