-- What an editor may want to put right in subtitles, found when they came; of many of a kind the first hundred, and how many more there were.
create table subtitle_warning (
    subtitle_track bigint not null references subtitle_track,
    position int not null,
    kind text not null,
    place int not null check (place >= 0),
    millis bigint not null check (millis >= 0),
    first_figure double precision,
    second_figure double precision,
    primary key (subtitle_track, position)
);
comment on column subtitle_warning.place is 'number of the cue, or of the line in the file, from 1; 0 for the whole';
comment on column subtitle_warning.millis is 'when the cue begins; 0 when it is about no cue';
