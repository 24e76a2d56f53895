-- Which way of reading a document was read in: what came before there was any, or before a better one, is read anew by a job.
alter table media_asset add column read_form int not null default 0;
update media_asset a set read_form = 1 where exists (select 1 from document_excerpt e where e.asset = a.id);
create index media_asset_unread on media_asset (id) where kind = 'document' and state = 'ready';
