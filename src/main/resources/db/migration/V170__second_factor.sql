-- The second step of signing in: a key that somebody's telephone holds too (RFC 6238), and codes on paper for the day it is lost.
create table second_factor (
    account bigint primary key references account on delete cascade,
    version bigint not null default 0,
    secret_key bytea not null check (length(secret_key) = 20),
    begun_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
);
comment on column second_factor.last_step is 'the latest step of 30 s whose code was taken: no code is taken twice';

create table recovery_code (
    account bigint not null references second_factor (account) on delete cascade,
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    primary key (account, digest)
);

-- A token that is worth nothing but a try at the second step, for a few minutes.
alter table access_token drop constraint access_token_kind_check;
alter table access_token
    add constraint access_token_kind_check check (kind in ('PROGRAM', 'BROWSER', 'FIRST_STEP'));
