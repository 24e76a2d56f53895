-- What came of comparing the index with the database, night by night: whoever looks after the portal sees whether it drifts.
create table index_comparison (
    id bigint generated always as identity primary key,
    compared_at timestamptz not null default now(),
    held int not null check (held >= 0),
    wanted int not null check (wanted >= 0),
    different int not null check (different >= 0)
);
comment on column index_comparison.held is 'how many works, plans and questions the index held';
comment on column index_comparison.wanted is 'how many are public';
comment on column index_comparison.different is 'how many were missing, outdated or no longer public, and have been read anew';
