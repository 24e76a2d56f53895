-- Of what is planned, what has no place in its slot any more and so is in no package.
alter table station_package add column left_out int not null default 0;
