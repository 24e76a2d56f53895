-- Browsers carry their token in a cookie; programs send theirs in a header. Neither opens what the other does.
alter table access_token
    add column kind text not null default 'PROGRAM' check (kind in ('PROGRAM', 'BROWSER'));

-- Signs what forms carry that are open to everybody. All nodes must know the same.
create table form_secret (
    single boolean primary key default true check (single),
    secret bytea not null
);
insert into form_secret (secret)
    values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
