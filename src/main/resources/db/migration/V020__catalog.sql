-- A product has one address and one publication; what editors write lives in revisions, of which the public sees one.
create table product (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    sample boolean not null,
    state text not null,
    online boolean not null,
    scheduled_for timestamptz,
    published_at timestamptz,
    changed_at timestamptz not null,
    withdrawal_reason text,
    current_revision bigint,
    published_revision bigint,
    check (not online or (published_at is not null and published_revision is not null))
);
create index product_online on product (published_at desc, id) where online;

create table product_revision (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    product bigint not null references product,
    number int not null,
    title text not null check (title is json object),
    summary text not null check (summary is json object),
    body text not null check (body is json object),
    genre text not null references genre,
    agency text references agency,
    production_year int not null check (production_year between 1945 and 2200),
    replay boolean not null,
    deliverable text,
    unique (product, number)
);
create index product_revision_genre on product_revision (genre);
create index product_revision_agency on product_revision (agency);
create index product_revision_deliverable on product_revision (deliverable);
alter table product
    add foreign key (current_revision) references product_revision deferrable initially deferred,
    add foreign key (published_revision) references product_revision deferrable initially deferred;
create index product_published_revision on product (published_revision);
create index product_current_revision on product (current_revision);

create table product_topic (
    revision bigint not null references product_revision,
    topic text not null references topic,
    primary key (revision, topic)
);
create index product_topic_back on product_topic (topic);
create table product_audience (
    revision bigint not null references product_revision,
    audience text not null references audience,
    primary key (revision, audience)
);
create index product_audience_back on product_audience (audience);
create table product_locality (
    revision bigint not null references product_revision,
    locality bigint not null references locality,
    primary key (revision, locality)
);
create index product_locality_back on product_locality (locality);
create table product_credit (
    revision bigint not null references product_revision,
    position int not null,
    role text not null,
    name text not null,
    primary key (revision, position)
);

-- Consent of people shown. Ethnicity is never stored (law 91/2025/QH15).
create table product_consent (
    revision bigint not null references product_revision,
    position int not null,
    person text not null,
    scope text not null,
    given_on date,
    document text,
    withdrawn_on date,
    primary key (revision, position)
);

create table track (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    product bigint not null references product,
    position int not null,
    kind text not null check (kind in ('audio', 'video', 'subtitle', 'transcript', 'description', 'document', 'image')),
    language text not null references language,
    role text not null check (role in ('original', 'dub', 'translation', 'poster', 'attachment')),
    label text,
    state text not null check (state in ('processing', 'ready', 'rejected', 'approved')),
    reviewer text,
    reviewed_at timestamptz,
    review_note text,
    asset bigint references media_asset,
    subtitle_track bigint references subtitle_track,
    check (state <> 'approved' or (reviewer is not null and asset is not null))
);
create index track_product on track (product, position);
create index track_asset on track (asset);
create index track_subtitle on track (subtitle_track);
