create table subtitle_track (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    language text not null references language
);

create table subtitle_cue (
    subtitle_track bigint not null references subtitle_track,
    position int not null,
    start_millis bigint not null check (start_millis >= 0),
    end_millis bigint not null,
    speaker text,
    text text not null,
    primary key (subtitle_track, position),
    check (end_millis >= start_millis)
);
