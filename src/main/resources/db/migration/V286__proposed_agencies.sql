-- An agency that the list lacked: whoever writes a plan names it, and uses it from then on; an administrator takes it into the list, or not.
alter table agency
    add column proposed_by text,
    add column proposed_at timestamptz,
    add check ((proposed_by is null) = (proposed_at is null));
comment on column agency.proposed_by is 'who named it, while nobody has taken it into the list';
create index agency_proposed on agency (proposed_at) where proposed_at is not null;
