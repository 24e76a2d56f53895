-- What tells this portal from all others wherever its content goes, whatever it is called and wherever it moves: names in feeds are made
-- of it, and must never change.
create table portal_identity (
    id smallint primary key default 1 check (id = 1),
    uuid uuid not null default gen_random_uuid()
);
insert into portal_identity default values;

-- When the public content changed last, for those who ask only for what is newer. HTTP tells times in whole seconds: each change has its own.
alter table content_revision add column changed_at timestamptz not null default now();
create function content_changed() returns trigger language plpgsql as $$
begin
    new.changed_at := greatest(clock_timestamp(), date_trunc('second', old.changed_at) + interval '1 second');
    return new;
end $$;
create trigger content_changed before update on content_revision for each row execute function content_changed();
