-- A name that this database and its store of blobs share: only then does the sweep trust the one about the other.
create table installation (
    single boolean primary key default true check (single),
    name uuid not null default gen_random_uuid()
);
insert into installation default values;
