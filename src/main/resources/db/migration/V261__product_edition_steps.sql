-- What a product said at each version of one sitting, while its edition goes on: whoever began to write in between is asked about nothing that only the other has changed.
create table product_edition_step (
    edition bigint not null references product_edition on delete cascade,
    version bigint not null,
    content text not null,
    saved_at timestamptz not null,
    primary key (edition, version)
);
