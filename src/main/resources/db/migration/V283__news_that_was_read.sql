-- Until when somebody has seen the news on their desk. Whoever signs in anew, in another browser or on a phone, has read nothing by that.
create table desk_visit (
    account bigint primary key references account on delete cascade,
    version bigint not null default 0,
    before_at timestamptz not null,
    shown_at timestamptz not null,
    read_at timestamptz
);
comment on column desk_visit.before_at is 'when the desk was shown last in the visit before this one';
comment on column desk_visit.shown_at is 'when the desk was shown last';
comment on column desk_visit.read_at is 'up to when they say that they have read it; null when they have not said so';
