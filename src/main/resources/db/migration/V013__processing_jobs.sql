-- What has to be done for an asset, step by step. Each attempt has a number; results of an older one change nothing.
create table processing_job (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    asset bigint not null references media_asset,
    step text not null check (step in ('take-in', 'small', 'full')),
    state text not null check (state in ('waiting', 'running', 'done', 'refused', 'dead')),
    attempt int not null default 0 check (attempt >= 0),
    failures int not null default 0 check (failures >= 0),
    percent int not null default 0 check (percent between 0 and 100),
    reason text,
    detail text,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    unique (asset, step),
    check ((state in ('done', 'refused', 'dead')) = (finished_at is not null))
);
create index processing_job_finished on processing_job (finished_at) where finished_at is not null;

-- Of the library db-scheduler, which hands due jobs to the workers of all nodes, one each.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (priority desc, execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
