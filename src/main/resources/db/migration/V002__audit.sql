-- Who did what, when. Nobody edits it, not even the application: its gaps and changes would be visible.
create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject_kind text not null,
    subject_id bigint not null,
    subject_slug text not null,
    note text
);
create index audit_subject on audit_entry (subject_kind, subject_id);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end $$;
create trigger audit_append_only before update or delete on audit_entry
    for each row execute function audit_is_append_only();
create trigger audit_no_truncate before truncate on audit_entry
    for each statement execute function audit_is_append_only();
