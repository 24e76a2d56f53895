-- What an administrator hands to somebody who has no password, or has forgotten it. The secret itself is known to its holder only.
create table password_link (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    account bigint not null references account on delete cascade,
    digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    check (expires_at > created_at)
);
create index password_link_account on password_link (account);
create index password_link_expiry on password_link (expires_at);
