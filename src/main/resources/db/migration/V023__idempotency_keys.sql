-- What was answered to requests that carried a key, for a day: who did not hear the answer asks again, and nothing is done twice.
create table idempotency_key (
    caller text not null,
    key text not null,
    request text not null,
    created_at timestamptz not null,
    status int,
    location text,
    entity_tag text,
    body text,
    primary key (caller, key)
);
create index idempotency_key_age on idempotency_key (created_at);
comment on column idempotency_key.request is 'method, path and digest of the body';
