-- How much a product presses, and until when: what presses does so for a while.
alter table product add column urgency int not null default 0 check (urgency between 0 and 2);
alter table product add column urgent_until timestamptz check ((urgency = 0) = (urgent_until is null));
comment on column product.urgency is '0 normal, 1 important, 2 urgent';
create index product_urgent on product (urgent_until) where urgency > 0;

-- Lists of what is new begin with what presses.
create index product_online_urgent on product (urgency desc, published_at desc, id desc) where online;
