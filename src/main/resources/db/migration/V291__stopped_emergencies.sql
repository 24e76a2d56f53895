-- What was stopped stands in no programme any more, but what was heard of it was heard of an emergency, also where editions of the programme are long forgotten.
create table stopped_emergency (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    station bigint not null references station,
    planned_at timestamptz not null,
    product bigint not null references product,
    language text not null,
    seconds int not null
);
create index stopped_emergency_station on stopped_emergency (station, planned_at);
