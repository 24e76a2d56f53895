-- Where what plans promise is broadcast, posted or hung up, and how many people each reaches, as it was counted on a day.
create table channel (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    kind text not null
        check (kind in ('radio', 'television', 'newspaper', 'video-site', 'social-page', 'loudspeaker', 'portal', 'notice-board')),
    name text not null check (name is json object),
    address text check (length(address) between 1 and 500),
    agency text references agency,
    locality bigint references locality,
    closed_on date
);
create index channel_agency on channel (agency);
create index channel_locality on channel (locality);
comment on column channel.closed_on is 'the first day on which it is no more';

create table channel_metric (
    channel bigint not null references channel on delete cascade,
    measured_on date not null,
    subscribers bigint check (subscribers >= 0),
    views bigint check (views >= 0),
    primary key (channel, measured_on),
    check (subscribers is not null or views is not null)
);
comment on column channel_metric.views is 'all of them since the channel began';
