-- People who work with the portal. Citizens need no account.
create table account (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    username text not null unique check (username ~ '^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$' and length(username) <= 60),
    display_name text not null,
    password_hash text not null,
    locality bigint references locality,
    enabled boolean not null,
    sample boolean not null,
    created_at timestamptz not null
);
create index account_locality on account (locality);
comment on column account.password_hash is 'algorithm:iterations:salt:hash, the last two in base 64';
comment on column account.locality is 'the unit it is confined to, with all below; null: the whole province';

create table account_role (
    account bigint not null references account on delete cascade,
    role text not null
        check (role in ('ADMINISTRATOR', 'EDITOR', 'LANGUAGE_REVIEWER', 'PUBLISHER', 'COMMUNE_OFFICER')),
    primary key (account, role)
);
create table account_language (
    account bigint not null references account on delete cascade,
    language text not null references language,
    primary key (account, language)
);
create index account_language_back on account_language (language);
comment on table account_language is 'the languages whose tracks a language reviewer approves';

-- What a program shows in place of a password. The token itself is known to its holder only.
create table access_token (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    account bigint not null references account on delete cascade,
    digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    last_used_at timestamptz,
    check (expires_at > created_at)
);
create index access_token_account on access_token (account, expires_at);
create index access_token_expiry on access_token (expires_at);
