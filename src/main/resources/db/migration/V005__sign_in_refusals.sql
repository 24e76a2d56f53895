-- How often strangers were refused: numbers that grow slowly and are forgotten, unlike the audit trail.
create table sign_in_refusal (
    hour timestamptz not null,
    account text not null,
    network text not null,
    times bigint not null check (times > 0),
    primary key (hour, account, network)
);
comment on column sign_in_refusal.account is 'a name of an account, or unknown';
comment on column sign_in_refusal.network is 'an IPv4 address, an IPv6 network of 64 bits, or elsewhere when an hour had too many';
