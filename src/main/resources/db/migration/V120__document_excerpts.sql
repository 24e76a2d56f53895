-- What documents say, so that search finds it on its page. Kept when a document comes in; what came before is not read anew.
create table document_excerpt (
    asset bigint not null references media_asset on delete cascade,
    position int not null,
    page int not null check (page >= 0),
    text text not null,
    primary key (asset, position)
);
comment on column document_excerpt.page is 'from 1; 0 where the format does not tell pages';
