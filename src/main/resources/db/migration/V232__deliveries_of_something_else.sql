-- What a change of a work may have made another programme of is sent only where it has.
alter table delivery add column only_other boolean not null default false;
