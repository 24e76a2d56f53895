-- Words that mean the same for search, as editors of this portal say, beside those that come with it.
create table synonym_group (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    terms text not null unique check (length(terms) between 3 and 500),
    changed_at timestamptz not null
);
comment on column synonym_group.terms is 'parted by a comma and a space, in the order in which they were written';
