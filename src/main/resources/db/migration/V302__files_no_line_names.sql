-- Files of an archive that no line of its sheet names, told to whoever sent it: how many, and the paths of the first, one on a line.
alter table archive_run
    add unnamed_count int not null default 0,
    add unnamed text not null default '';
