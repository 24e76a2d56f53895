-- Months whose report a commune has filed with whoever asks for it.
create table report_filing (
    locality bigint not null references locality,
    month date not null check (extract(day from month) = 1),
    filed_at timestamptz not null,
    filed_by text not null,
    primary key (locality, month)
);
comment on table report_filing is 'the log stays open: what is corrected after that is marked there';

-- The site of a commune, whose frames its officer looks after. Several communes may be on one.
create table commune_site (
    locality bigint primary key references locality,
    origin text not null check (length(origin) between 1 and 270),
    set_at timestamptz not null,
    set_by text not null
);
