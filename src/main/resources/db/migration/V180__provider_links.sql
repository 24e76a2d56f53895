-- As whom the holder of an account is known to the provider by which people may sign in (OpenID Connect).
create table provider_link (
    account bigint primary key references account on delete cascade,
    version bigint not null default 0,
    email text unique check (email = lower(email)),
    issuer text,
    subject text,
    linked_at timestamptz not null,
    bound_at timestamptz,
    unique (issuer, subject),
    check (email is not null or subject is not null),
    check ((subject is null) = (issuer is null) and (subject is null) = (bound_at is null))
);
comment on column provider_link.email is 'for which the account waits, in small letters; once it is bound, only the subject counts';

-- By what the holder of a token has proved who they are.
alter table access_token
    add column way text not null default 'PASSWORD' check (way in ('PASSWORD', 'PROVIDER', 'PROVIDER_TWO_STEPS'));
