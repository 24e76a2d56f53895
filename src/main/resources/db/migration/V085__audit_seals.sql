-- Numbers of identity columns are lost with every transaction that is rolled back, so that an entry is missing cannot be told by them. When a
-- transaction is committed, each of its entries gets the next number without a gap, and a seal over the entry and the seal before it. That is
-- done at the very end, so the one row that all wait for is held for a moment and nothing else is waited for meanwhile.
create table audit_head (
    one boolean primary key default true check (one),
    number bigint not null,
    seal bytea not null
);
insert into audit_head (number, seal) values (0, '\x00');

create table audit_seal (
    number bigint primary key,
    entry bigint not null unique,
    seal bytea not null
);

-- What is sealed: the same words for the same entry, whatever the time zone of the session.
create function audit_words(e audit_entry) returns bytea language sql stable as $$
    select convert_to(jsonb_build_array(
        e.id, extract(epoch from e.at), e.actor, e.action, e.subject_kind, e.subject_id, e.subject_slug, e.note)::text, 'UTF8')
$$;

create function audit_seal_entry(sealed audit_entry) returns void language plpgsql as $$
declare
    head audit_head;
begin
    update audit_head set number = number + 1, seal = sha256(seal || audit_words(sealed)) returning * into head;
    if not found then
        raise exception 'the audit trail cannot go on: its head, the one row of audit_head, is gone'
            using hint = 'Nothing is done without its entry. Put back the number and the seal of the last row of audit_seal.';
    end if;
    insert into audit_seal (number, entry, seal) values (head.number, sealed.id, head.seal);
end $$;

create function audit_seal_new() returns trigger language plpgsql as $$
begin
    perform audit_seal_entry(new);
    return null;
end $$;

do $$
declare
    e audit_entry;
begin
    for e in select * from audit_entry order by id loop
        perform audit_seal_entry(e);
    end loop;
end $$;

create constraint trigger audit_sealed after insert on audit_entry deferrable initially deferred
    for each row execute function audit_seal_new();

create trigger audit_seal_append_only before update or delete on audit_seal
    for each row execute function audit_is_append_only();
create trigger audit_seal_no_truncate before truncate on audit_seal
    for each statement execute function audit_is_append_only();
-- The head goes on with every entry, but it stays.
create trigger audit_head_stays before delete or truncate on audit_head
    for each statement execute function audit_is_append_only();

-- The first number from which on the trail is not what was sealed; 0 when an entry has no seal at all; null when everything holds.
create function audit_fault() returns bigint language sql stable as $$
    select min(number) from (
        select s.number
        from (select number, entry, seal, row_number() over later as place, lag(seal, 1, '\x00') over later as before
              from audit_seal window later as (order by number)) s
        left join audit_entry e on e.id = s.entry
        where s.number <> s.place or e.id is null or s.seal <> sha256(s.before || audit_words(e))
        union all
        select 0 from audit_entry e where not exists (select 1 from audit_seal s where s.entry = e.id)
        union all
        select h.number from audit_head h
        where h.number > 0 and not exists (select 1 from audit_seal s where s.number = h.number and s.seal = h.seal)
        union all
        select s.number from audit_seal s, audit_head h where s.number > h.number
        union all
        select coalesce(max(number), 0) from audit_seal having not exists (select 1 from audit_head)
    ) faults
$$;
