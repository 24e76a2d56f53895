-- Plans in the back office: drafts of which not everything is known yet, the documents they were read from, and what lists ask.

-- Of a document that was read by the portal it may not be clear who has issued it; before it is handed in somebody must say.
alter table plan_revision alter column agency drop not null;

-- A line as it is searched for: small letters without marks, words parted by single spaces. It calls no function of ours, as folded_titles.
create function folded_line(line text) returns text language sql immutable parallel safe as $$
    select btrim(regexp_replace(
        regexp_replace(
            replace(
                regexp_replace(
                    normalize(lower(line collate "vi-x-icu"), NFD), '[\u0300-\u036f]', '', 'g'),
                'đ', 'd'),
            '(?<=h)[''’‘ʼ](?=m)', '', 'g'),
        '[^[:alnum:]]+', ' ', 'g'))
$$;

alter table plan_revision add column folded text generated always as (
    folded_line(coalesce(document_number, '') || ' ' || coalesce(symbol, '') || ' ' || subject)) stored;

create table plan_source (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    plan bigint not null references plan,
    asset bigint not null references media_asset,
    added_at timestamptz not null,
    reading text not null check (reading is json object)
);
comment on column plan_source.reading is 'what the extractor found in the document, for checking beside the plan';
create index plan_source_plan on plan_source (plan);
create index plan_source_asset on plan_source (asset);
