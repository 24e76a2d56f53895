-- What the lists of the back office ask, of drafts as of what is public.

-- All titles of a work as they are searched for: small letters without marks, words parted by single spaces, one title from the next by
-- a bar. It calls no function of ours: a restored dump makes these columns anew, and then no schema is searched.
create function folded_titles(texts text) returns text language sql immutable parallel safe as $$
    select string_agg(
        btrim(regexp_replace(
            regexp_replace(
                replace(
                    regexp_replace(
                        normalize(lower(each.value collate "vi-x-icu"), NFD), '[\u0300-\u036f]', '', 'g'),
                    'đ', 'd'),
                '(?<=h)[''’‘ʼ](?=m)', '', 'g'),
            '[^[:alnum:]]+', ' ', 'g')),
        '|' order by each.key)
    from json_each_text(cast(texts as json)) as each
$$;

alter table product_revision
    add column folded_titles text generated always as (folded_titles(title)) stored,
    add column title_order text collate "vi-x-icu" generated always as (small_title_vi(title)) stored;

-- Who did something last, of one subject or of many.
create index audit_latest on audit_entry (subject_kind, subject_id, id);
drop index audit_subject;

-- Lists of products that somebody comes back to, under a name of their own.
create table saved_filter (
    id bigint generated always as identity primary key,
    account bigint not null references account on delete cascade,
    name text collate "vi-x-icu" not null check (length(name) between 1 and 80),
    query text not null check (length(query) <= 2000),
    unique (account, name)
);
comment on column saved_filter.query is 'the parameters of the address, as it has them';
