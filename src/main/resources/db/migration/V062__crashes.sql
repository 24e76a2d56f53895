-- Only attempts that ended with the process count against a file; restarts and failures of our own do not.
alter table processing_job add column crashes int not null default 0 check (crashes >= 0);
comment on column processing_job.crashes is 'attempts that ended with the process that made them';
