-- What the list of the audit trail asks: which acts there are, and those of one kind, the latest first.
create index audit_action on audit_entry (action, id);
