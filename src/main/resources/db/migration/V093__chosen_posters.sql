-- Of the pictures that are taken of a film, an editor may choose the one that stands for it.
alter table track
    add column poster_percent int check (poster_percent between 0 and 100),
    add check (poster_percent is null or kind = 'video');
comment on column track.poster_percent is 'percent of the film''s length at which the picture was taken that stands for it; null for the usual one';
