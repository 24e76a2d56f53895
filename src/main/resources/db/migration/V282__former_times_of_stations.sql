-- What a station was to play on a day follows from its slots and holidays as they were then. Of what they were before today, nothing is known.
create table station_change (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    station bigint not null references station,
    until timestamptz not null,
    settings text check (settings is json object)
);
create index station_change_station on station_change (station, until);
comment on column station_change.until is 'before this moment the station had these settings, since the change before it';
comment on column station_change.settings is 'null where nobody knows them';
insert into station_change (station, until) select id, now() from station;
