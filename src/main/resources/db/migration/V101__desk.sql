-- What the desk of the back office asks: what somebody has worked on, and what has happened since.
create index audit_actor on audit_entry (actor, subject_kind, subject_id);
create index audit_at on audit_entry (at);
create index product_state on product (state, changed_at desc);
create index track_ready on track (language, id) where state = 'ready';
create index deliverable_deadline on deliverable (deadline) where deadline is not null;
