-- Whoever comes back to a file that was sent reads what was wrong with it, on whatever machine that was read first.
alter table upload
    add column refused text,
    add column explanation text not null default '{}' check (explanation is json object);
comment on column upload.refused is 'why it could not become what it was wanted as, the last time that somebody tried, as a code';
comment on column upload.explanation is 'the same for people, by language';
