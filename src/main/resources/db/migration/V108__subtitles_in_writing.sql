-- Subtitles while somebody writes them: what was saved each time. Reviewers and the public see nothing of it until it is handed in.
create table subtitle_sheet (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    product bigint not null references product,
    language text not null references language,
    track bigint unique references track on delete cascade,
    revision int not null default 0 check (revision >= 0),
    handed int not null default 0 check (handed >= 0)
);
comment on column subtitle_sheet.track is 'what it is written for; null until it is handed in for the first time';
comment on column subtitle_sheet.revision is 'grows whenever something is saved';
comment on column subtitle_sheet.handed is 'revision that was handed in last; 0 when none was';
create unique index subtitle_sheet_begun on subtitle_sheet (product, language) where track is null;
create index subtitle_sheet_product on subtitle_sheet (product);

create table subtitle_edition (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    sheet bigint not null references subtitle_sheet on delete cascade,
    revision int not null,
    deed text not null check (deed in ('taken', 'edit', 'import', 'restore')),
    begun_at timestamptz not null,
    saved_at timestamptz not null,
    saved_by text not null,
    cues text not null check (cues is json array),
    unique (sheet, revision)
);
comment on table subtitle_edition is 'what somebody saves within minutes is one edition, which bears the last revision';
