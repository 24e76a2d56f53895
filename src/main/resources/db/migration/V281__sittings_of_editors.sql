-- What the form of a product saves by itself within minutes while one person writes is one edition, which goes on until somebody asks for it.
alter table product_edition add column first_version bigint;
alter table product_edition add column begun_at timestamptz;
alter table product_edition add column by_itself boolean not null default false;
update product_edition set first_version = product_version, begun_at = saved_at;
alter table product_edition alter column first_version set not null;
alter table product_edition alter column begun_at set not null;
comment on column product_edition.first_version is 'first version of the product that this edition stands for; of those before product_version nobody remembers what they said';
comment on column product_edition.begun_at is 'when the sitting began';
comment on column product_edition.by_itself is 'whether the form has saved it and nobody has asked for it';
