-- A newer file takes the place of a track when a reviewer approves it, and not before.
alter table track add column replaces bigint references track on delete set null;
create index track_replaces on track (replaces) where replaces is not null;
comment on column track.replaces is 'the track that goes when this one is approved';
