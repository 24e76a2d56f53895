-- One name for one people on all pages, and that by which they are known here. Whoever has called it otherwise meanwhile is left alone.
update language set label = cast(jsonb_set(cast(label as jsonb), '{en}', '"Mông"') as text) where code = 'hmn' and cast(label as jsonb) ->> 'en' = 'Hmong';
