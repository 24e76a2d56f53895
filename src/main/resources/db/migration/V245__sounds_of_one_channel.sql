-- Channels that are inverse to each other cancel out when they are mixed.
alter table heard_sound
    add column alone boolean not null default false;
comment on column heard_sound.alone is 'whether the first channel is heard without the others';
