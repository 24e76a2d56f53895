-- The Vietnamese title, for the plain title search that is left when the search server is away.
create function json_value_vi(texts text) returns text language sql immutable parallel safe as $$
    select texts::json ->> 'vi'
$$;
