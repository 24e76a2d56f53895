-- A programme that was changed and changed back is what a package plays all the same: what counts is what is heard when, not how often it was written.
alter table station_package add column played text;
comment on column station_package.played is 'digest of what is heard when; null of packages that were made before it was kept';
