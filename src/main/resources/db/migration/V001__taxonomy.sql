-- What everything else is described with. Labels and titles are {"language": "text"} objects.
create table language (
    code text primary key,
    version bigint not null default 0,
    bcp47 text not null unique,
    media_code char(3) not null,
    endonym text not null,
    label text not null check (label is json object),
    orthography text,
    content boolean not null,
    interface boolean not null,
    position int not null
);
comment on column language.bcp47 is 'HTML lang and srclang, always with its script';
comment on column language.media_code is 'ISO 639-2/3 code written into MP4 and HLS';
comment on column language.content is 'works can be in it';
comment on column language.interface is 'the pages can be read in it';

create table genre (
    code text primary key,
    version bigint not null default 0,
    label text not null check (label is json object),
    medium text not null check (medium in ('audio', 'video', 'text', 'print')),
    scene text not null,
    colour text not null,
    position int not null
);

create table topic (
    code text primary key,
    version bigint not null default 0,
    parent text references topic,
    label text not null check (label is json object),
    icon text not null,
    position int not null
);
create index topic_parent on topic (parent);

create table audience (
    code text primary key,
    version bigint not null default 0,
    label text not null check (label is json object),
    position int not null
);

-- Codes of the general statistics office are reused, so a code alone names nobody.
create table locality (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    code text not null,
    name text not null,
    kind text not null,
    label text not null check (label is json object),
    level text not null check (level in ('central', 'province', 'department', 'district', 'commune')),
    parent bigint references locality,
    valid_from date not null,
    valid_to date,
    unique (code, valid_from),
    check (valid_to is null or valid_to > valid_from)
);
create index locality_parent on locality (parent);
comment on column locality.valid_to is 'the first day on which the unit is no more';

create table locality_successor (
    locality bigint not null references locality,
    successor bigint not null references locality,
    primary key (locality, successor),
    check (locality <> successor)
);
create index locality_successor_back on locality_successor (successor);

create table agency (
    code text primary key,
    version bigint not null default 0,
    name text not null check (name is json object),
    locality bigint references locality,
    valid_from date,
    valid_to date,
    successor text references agency
);
create index agency_locality on agency (locality);
create index agency_successor on agency (successor);
