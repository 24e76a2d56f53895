-- Who works on an archive holds the latest attempt at it; whoever was overtaken writes nothing more.
alter table archive_run add column attempt int not null default 0;
create unique index archive_run_upload on archive_run (upload) where state in ('CHECKING', 'CHECKED', 'RUNNING');

alter table archive_line
    add column seen bigint,
    add column written boolean not null default false,
    add column failures int not null default 0;
comment on column archive_line.seen is 'version of the product when the line was looked at: another one is not overwritten';
comment on column archive_line.written is 'whether the product says what the line says; its files may still be on their way';
comment on column archive_line.failures is 'how often it has failed for reasons that nobody knows';
