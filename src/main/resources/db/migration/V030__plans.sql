create table plan (
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

create table plan_revision (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    plan bigint not null references plan,
    number int not null,
    document_number text,
    symbol text,
    kind text not null,
    issued_on date,
    issued_precision text check (issued_precision in ('day', 'month', 'year')),
    agency text not null references agency,
    subject text not null,
    summary text not null check (summary is json object),
    level text not null check (level in ('central', 'province', 'department', 'district', 'commune')),
    locality bigint not null references locality,
    period_from int,
    period_to int,
    programme text,
    parent bigint references plan,
    signer_name text,
    signer_capacity text,
    unique (plan, number),
    check ((issued_on is null) = (issued_precision is null)),
    check (period_from is null or period_to is null or period_to >= period_from)
);
create index plan_revision_agency on plan_revision (agency);
create index plan_revision_locality on plan_revision (locality);
create index plan_revision_parent on plan_revision (parent);
alter table plan
    add foreign key (current_revision) references plan_revision deferrable initially deferred,
    add foreign key (published_revision) references plan_revision deferrable initially deferred;
create index plan_published_revision on plan (published_revision);
create index plan_current_revision on plan (current_revision);

create table plan_legal_basis (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    revision bigint not null references plan_revision,
    position int not null,
    reference text not null,
    kind text not null,
    issued_on date,
    issuer text,
    title text,
    relation text not null check (relation in ('based-on', 'implements', 'amends', 'allocates-budget', 'attaches')),
    amends text,
    cited_in text,
    plan bigint references plan,
    unique (revision, position)
);
create index plan_legal_basis_plan on plan_legal_basis (plan);
create index plan_legal_basis_reference on plan_legal_basis (reference);

create table plan_recipient (
    revision bigint not null references plan_revision,
    position int not null,
    name text not null,
    role text check (role in ('report', 'coordinate', 'carry-out', 'publish', 'archive')),
    primary key (revision, position)
);

create table plan_section (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    revision bigint not null references plan_revision,
    position int not null,
    depth int not null check (depth between 1 and 6),
    number text,
    title text not null,
    anchor text not null,
    body text not null,
    unique (revision, position),
    unique (revision, anchor)
);

create table deliverable (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    revision bigint not null references plan_revision,
    position int not null,
    key text not null,
    title text not null check (title is json object),
    genre text not null references genre,
    quantity int check (quantity > 0),
    adaptation text not null check (adaptation in ('dub', 'subtitle', 'none')),
    minutes_min int,
    minutes_max int,
    replay boolean not null,
    threshold_subscribers bigint,
    threshold_views bigint,
    deadline date,
    lead_unit text,
    budget_source text,
    unique (revision, position),
    unique (revision, key),
    check (minutes_min is null or minutes_max is null or minutes_max >= minutes_min)
);
create index deliverable_key on deliverable (key);
create index deliverable_genre on deliverable (genre);
create table deliverable_language (
    deliverable bigint not null references deliverable,
    position int not null,
    language text not null references language,
    primary key (deliverable, position)
);
create table deliverable_channel (
    deliverable bigint not null references deliverable,
    position int not null,
    channel text not null,
    primary key (deliverable, position)
);
create table deliverable_supporting_unit (
    deliverable bigint not null references deliverable,
    position int not null,
    unit text not null,
    primary key (deliverable, position)
);
