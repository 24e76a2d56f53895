-- What began early or late and what somebody confirms by the programme is one broadcast: it is known by the moment for which it was planned.
alter table broadcast add column planned_at timestamptz;
comment on column broadcast.planned_at is 'when it was to begin by the programme; null when nobody said so';

-- What was confirmed by the programme began when it was planned, and the pages that play begin their keys with that moment.
update broadcast set planned_at = aired_at where origin = 'hand' and key like 'lich %' and changes = 0;
update broadcast set planned_at = to_timestamp(split_part(key, ' ', 2)::bigint)
    where origin = 'playout' and split_part(key, ' ', 2) ~ '^[0-9]{9,10}$';

create index broadcast_planned on broadcast (locality, planned_at) where planned_at is not null;
