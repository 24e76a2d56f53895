-- In which languages a work has something for the public is counted for every list of the back office, and was read out of every text each time.

-- The names of a JSON object. It calls no function of ours: a restored dump makes these columns anew, and then no schema is searched.
create function json_keys(texts text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(name), '{}') from json_object_keys(cast(texts as json)) as name
$$;

alter table product_revision add column body_languages text[] generated always as (json_keys(body)) stored;
comment on column product_revision.body_languages is 'codes of the languages of its text';

create index track_approved on track (product, language) where state = 'approved';
