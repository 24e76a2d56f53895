-- What a frame found nothing in is counted apart, at the time it is asked for: what was shown before a work was withdrawn was shown.
alter table embed_showing
    drop constraint embed_showing_slug_check,
    add check (length(slug) between 1 and 400),
    add column in_vain bigint not null default 0 check (in_vain between 0 and times),
    add column loose boolean not null default false;
comment on column embed_showing.slug is 'of a work, or of what never was one; danh-sach for lists, with what narrows them behind a slash, as a query';
comment on column embed_showing.in_vain is 'how many of the times there was nothing to show';
comment on column embed_showing.loose is 'anybody can make up as many such names as they like, so that few of them are kept for a day';
create index embed_showing_by_slug on embed_showing (slug, day);

-- Sites that administrators do not want to see in the registry: anybody can make one up.
create table embed_hidden_site (
    origin text primary key check (length(origin) between 1 and 270),
    hidden_at timestamptz not null,
    hidden_by text not null
);
