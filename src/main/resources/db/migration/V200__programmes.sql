-- What the loudspeakers of communes play and when. The station of a province is the template from which communes copy.
create table station (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    locality bigint not null unique references locality,
    settings text not null check (settings is json object)
);
comment on column station.settings is 'slots of each weekday, holidays, and the rule by which it is planned';

create table programme (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    station bigint not null references station,
    monday date not null check (extract(isodow from monday) = 1),
    edition int not null,
    published int,
    unique (station, monday)
);
create index programme_monday on programme (monday);
comment on column programme.edition is 'number of the one that is worked on';
comment on column programme.published is 'number of the one that everybody sees; null while nobody does';

-- Every change makes another edition, so that it can be taken back.
create table programme_edition (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    programme bigint not null references programme on delete cascade,
    number int not null,
    previous int,
    made_at timestamptz not null,
    made_by text not null,
    reason text not null,
    items text not null check (items is json array),
    unique (programme, number)
);
comment on column programme_edition.previous is 'number of the one that it was made from; null for the first';
comment on column programme_edition.items is 'what is played when, by local time of Vietnam';
