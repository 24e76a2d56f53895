-- Administrators see whom they still wait for: who has been given an account and has not made it theirs.
alter table account
    add column awaited boolean not null default false;
comment on column account.awaited is 'whether its holder has still to choose a password, or to come through the provider, for the first time';

-- Of those that there are: who was sent a link and has done nothing since.
update account set awaited = true
where not sample
    and id in (select subject_id from audit_entry where subject_kind = 'account' and action = 'invite')
    and id not in (select subject_id from audit_entry where subject_kind = 'account' and action = 'set-password')
    and username not in (select actor from audit_entry);
