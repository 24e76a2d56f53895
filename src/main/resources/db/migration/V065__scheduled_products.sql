-- What every node asks every few seconds: what is due.
create index product_scheduled on product (scheduled_for) where state = 'SCHEDULED';
