-- A week is sent without what cannot be played.
alter table delivery_attempt
    add column left_out int not null default 0,
    add column left_first text not null default '[]';
comment on column delivery_attempt.left_out is 'how much of what was planned was not sent';
comment on column delivery_attempt.left_first is 'the first of it by name, in order, as a JSON array';
