-- A station whose clock is wrong has played all the same: its entry is kept at a moment that can be, until somebody corrects it.
alter table broadcast add column told_at timestamptz;
comment on column broadcast.told_at is 'what the clock of the station said, where that cannot be; null where it can';
