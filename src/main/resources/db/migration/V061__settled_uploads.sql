-- Until when the bytes of an upload are needed: what is taken in waits for the backup that began before, what failed for our own reasons for us.
alter table upload add column settled_at timestamptz;
comment on column upload.settled_at is 'when its bytes came into the blob store or turned out to be good for nothing; they are given up a day later';
update upload set settled_at = now() where asset in (select id from media_asset where state <> 'received');
