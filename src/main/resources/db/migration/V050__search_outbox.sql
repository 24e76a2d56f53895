-- What the search index must look at again: written in the transaction of a change, taken by one consumer at a time.
-- A row that failed too often has no due_at: it no longer holds up anything, and the nightly comparison tries its subject anew.
create table search_outbox (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('product', 'plan')),
    subject bigint not null,
    attempts int not null default 0,
    due_at timestamptz default now(),
    failure text
);
create index search_outbox_due on search_outbox (id) where due_at is not null;
create index search_outbox_subject on search_outbox (kind, subject);
