-- What is looked for, week by week, for editors. Only words that several people looked for, and never who or when.
create table search_term (
    week date not null check (extract(isodow from week) = 1),
    term text not null check (length(term) between 1 and 60),
    asked int not null check (asked > 0),
    found_nothing int not null check (found_nothing between 0 and asked),
    primary key (week, term)
);
comment on column search_term.week is 'its Monday';
