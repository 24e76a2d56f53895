-- Long jobs wait in a table of their own, for workers of their own: nothing that somebody waits for stands behind them.
create table scheduled_long_tasks (like scheduled_tasks including constraints including indexes);
with moved as (
    delete from scheduled_tasks s using processing_job j
    where s.task_name = 'media-processing' and s.task_instance = j.id::text and j.step in ('full', 'dub')
    returning s.*)
insert into scheduled_long_tasks select * from moved;
