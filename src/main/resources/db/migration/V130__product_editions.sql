-- What a product said each time an editor saved it, so that it can be compared and brought back. What the people shown have said is not
-- among it: that stands once, in the record of the product.
create table product_edition (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    product bigint not null references product,
    revision int not null,
    product_version bigint not null,
    saved_at timestamptz not null,
    saved_by text not null,
    content text not null check (content is json object)
);
comment on column product_edition.revision is 'number of the revision that was written';
comment on column product_edition.product_version is 'version that the product had from then on';
create index product_edition_latest on product_edition (product, id);
