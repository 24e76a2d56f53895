-- The code of a topic, an audience or a genre can be changed; what names a feed for ever must not change with it.
alter table topic add column mark uuid not null default gen_random_uuid();
alter table audience add column mark uuid not null default gen_random_uuid();
alter table genre add column mark uuid not null default gen_random_uuid();
comment on column topic.mark is 'goes along when the code is changed';
comment on column audience.mark is 'goes along when the code is changed';
comment on column genre.mark is 'goes along when the code is changed';
