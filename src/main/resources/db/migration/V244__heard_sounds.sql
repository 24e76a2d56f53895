-- Each step that encodes a sound listened to all of it first, with the same result.
create table heard_sound (
    blob char(64) primary key references blob on delete cascade,
    integrated double precision not null,
    loudness_range double precision not null,
    true_peak double precision not null,
    threshold double precision not null,
    points integer not null check (points > 0),
    waveform text not null
);
comment on table heard_sound is 'what listening to the main sound of a master told, by EBU R128';
comment on column heard_sound.points is 'how many stretches the waveform was asked to have';
