-- Documents are read when they come in; what came before is not read anew, and says nothing of its pages.
alter table media_asset
    add column pages int check (pages > 0);
comment on column media_asset.pages is 'of a document that was read and told; null otherwise';
