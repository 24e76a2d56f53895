-- Order and case are Vietnamese whatever locale the database was made with: under C, for one, Đ has no small letter and Á comes after Z.
alter table locality alter column name type text collate "vi-x-icu";

drop function json_value_vi(text);

-- The Vietnamese title in small letters, for the plain title search that is left when the search server is away.
create function small_title_vi(texts text) returns text language sql immutable parallel safe as $$
    select lower((texts::json ->> 'vi') collate "vi-x-icu")
$$;
