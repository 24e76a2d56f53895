-- What is encoded anew because a profile has changed is there all the same.
alter table processing_job add column renewal boolean not null default false;
comment on column processing_job.renewal is 'it was done before, and what it made stays until it is done again';
create index processing_job_renewals on processing_job (asset) where renewal;
