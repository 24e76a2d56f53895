-- Systems of stations to which programmes are sent.
create table delivery_target (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    name text not null,
    kind text not null check (kind in ('REST', 'FOLDER', 'SFTP')),
    address text not null,
    username text not null default '',
    secret bytea,
    host_key text not null default '',
    seen_host_key text not null default '',
    parts text not null default '',
    unit bigint not null references locality,
    on_publication boolean not null default true,
    on_urgent boolean not null default true,
    made_at timestamptz not null,
    made_by text not null,
    paused_at timestamptz,
    removed_at timestamptz,
    edits bigint not null default 0,
    failures int not null default 0,
    failing_since timestamptz,
    resting_until timestamptz
);
create index delivery_target_unit on delivery_target (unit) where removed_at is null;
comment on column delivery_target.secret is 'a password, token or private key, encrypted with a key that is not in the database';
comment on column delivery_target.host_key is 'fingerprint of the key by which a server of SFTP is known';
comment on column delivery_target.seen_host_key is 'what such a server has shown last, which nobody has confirmed';
comment on column delivery_target.parts is 'what is sent besides the programme, parted by spaces';
comment on column delivery_target.unit is 'whose stations it is for';
comment on column delivery_target.edits is 'counts what people have changed of it';
comment on column delivery_target.failing_since is 'when it failed first since it took something';

-- What is sent of a week of a station to one of them. What is in it is read when it is sent.
create table delivery (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    target bigint not null references delivery_target on delete cascade,
    station bigint not null,
    monday date not null,
    urgent boolean not null,
    state text not null check (state in ('WAITING', 'DELIVERED', 'SUPERSEDED', 'REFUSED', 'CANCELLED', 'EXPIRED')),
    revision bigint not null default 0,
    fingerprint text not null default '',
    attempt int not null default 0,
    failures int not null default 0,
    due_at timestamptz not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    check ((state = 'WAITING') = (ended_at is null))
);
create unique index delivery_waiting on delivery (target, station, monday) where state = 'WAITING';
create index delivery_station on delivery (station, monday);
create index delivery_ended on delivery (ended_at) where ended_at is not null;
comment on column delivery.station is 'no reference: whoever sends must not wait for whoever plans';
comment on column delivery.revision is 'of what was sent last; 0 before that';
comment on column delivery.fingerprint is 'of the same';

-- Each time something was sent, and what came of it.
create table delivery_attempt (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    delivery bigint not null references delivery on delete cascade,
    target bigint not null references delivery_target on delete cascade,
    station bigint not null,
    monday date not null,
    revision bigint not null,
    urgent boolean not null,
    began_at timestamptz not null,
    millis bigint not null,
    bytes bigint not null,
    outcome text not null check (outcome in ('ACCEPTED', 'NEWER', 'FAILED', 'REFUSED')),
    reason text not null default '',
    detail text not null default ''
);
create index delivery_attempt_station on delivery_attempt (station, id desc);
create index delivery_attempt_target on delivery_attempt (target, id desc);
create index delivery_attempt_delivery on delivery_attempt (delivery);
create index delivery_attempt_age on delivery_attempt (began_at);
comment on column delivery_attempt.revision is '0 when nothing came to be sent';
comment on column delivery_attempt.reason is 'code of why it was not taken';
comment on column delivery_attempt.detail is 'what the other side has said, cut short';

create table scheduled_delivery_tasks (like scheduled_tasks including constraints including indexes);
