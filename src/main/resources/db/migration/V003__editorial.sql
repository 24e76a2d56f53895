-- One row: how many times the public content has changed. Caches and entity tags compare it.
create table content_revision (
    id smallint primary key default 1 check (id = 1),
    number bigint not null
);
insert into content_revision (number) values (1);
