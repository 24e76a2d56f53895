-- Each page of a log names what its reader has lately told of it, or struck out: by commune and moment, not by looking through all years.
create index broadcast_written on broadcast (locality, written_at);
create index broadcast_change_made on broadcast_change (made_by, made_at);
