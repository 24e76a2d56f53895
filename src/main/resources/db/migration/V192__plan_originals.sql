-- The document that a plan was read from may be offered to the public with a revision of it, after somebody has seen what it tells beside its text.
alter table plan_source add column traces text check (traces is json object);
comment on column plan_source.traces is 'authors, comments, marked changes and files in the file; null while nobody has looked';

alter table plan_revision add column offered bigint references plan_source;
create index plan_revision_offered on plan_revision (offered) where offered is not null;
comment on column plan_revision.offered is 'the document that the public is given with this revision';
