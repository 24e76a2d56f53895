-- Parts of a work that one can go to. They are wording: the public sees those of the published revision.
create table product_chapter (
    revision bigint not null references product_revision,
    position int not null,
    start_millis bigint not null check (start_millis >= 0),
    title text not null check (title is json object),
    primary key (revision, position)
);
