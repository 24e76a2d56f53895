-- What translators have written for the pages in languages whose texts do not come with the portal.
create table interface_text (
    language text not null references language on delete cascade,
    key text not null,
    text text not null check (length(text) between 1 and 4000),
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (language, key)
);
