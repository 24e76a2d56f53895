-- Media playlists of HLS by the file that they cut: long texts that only who plays the file needs, never a list of products.
create table playlist (
    blob char(64) primary key references blob on delete cascade,
    text text not null
);
comment on column playlist.text is 'with a place for the address of the file';
insert into playlist (blob, text) select distinct on (blob) blob, playlist from rendition where playlist is not null;
alter table rendition drop column playlist;
