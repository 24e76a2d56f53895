-- Plans say "before 31/12/2025" (trước ngày), where the day itself is too late, or "until the end of 2025".
alter table deliverable add due_before boolean not null default false;
