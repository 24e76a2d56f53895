-- Whose page of files an upload is sent from: what is on its way elsewhere, by a program or from an archive, is not for that page.
alter table upload add column product text;
comment on column upload.product is 'slug of the product for whose page of files it is sent, as its owner says; null when for none';
