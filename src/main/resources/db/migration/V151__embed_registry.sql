-- Which site shows which embed, day by day: of whoever looks at it nothing is kept. An empty origin stands for all beyond the bound of a day.
create table embed_showing (
    day date not null,
    slug text not null check (length(slug) between 1 and 200),
    origin text not null check (length(origin) <= 270),
    times bigint not null check (times > 0),
    primary key (day, slug, origin)
);
comment on column embed_showing.slug is 'of a product; danh-sach for lists';
create index embed_showing_by_origin on embed_showing (origin, day);

-- Whose pages may show embeds: one origin a line; everybody's when it is empty.
create table embed_policy (
    id smallint primary key default 1 check (id = 1),
    origins text not null default '',
    version bigint not null default 0
);
insert into embed_policy default values;

-- Feeds whose hub has yet to be told that they have changed.
create table websub_ping (
    path text primary key,
    due_at timestamptz not null default now(),
    attempts int not null default 0,
    change bigint not null default 0,
    failure text
);
