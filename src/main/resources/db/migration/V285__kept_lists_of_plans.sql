-- Lists of plans are kept as those of products are, each under names of its own.
alter table saved_filter add column list text not null default 'product' check (list in ('product', 'plan'));
alter table saved_filter alter column list drop default;
alter table saved_filter drop constraint saved_filter_account_name_key;
alter table saved_filter add unique (account, list, name);
comment on column saved_filter.list is 'what it is a list of';
