-- What citizens ask. Who asked lies apart, in question_letter, and is erased long before what the public reads.
create table question (
    id bigint generated always as identity primary key,
    version bigint not null default 0,
    sample boolean not null,
    slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    code_digest text not null unique,
    state text not null check (state in ('RECEIVED', 'ASSIGNED', 'ANSWERED', 'PUBLISHED', 'CLOSED')),
    online boolean not null,
    publishable boolean not null,
    topic text references topic,
    locality bigint references locality,
    agency text references agency,
    received_at timestamptz not null,
    changed_at timestamptz not null,
    due_on date,
    title text,
    asked text,
    answer text,
    answered_at timestamptz,
    published_at timestamptz,
    ended_at timestamptz,
    note text,
    taken_back boolean not null default false,
    withdrawn_title text,
    withdrawn_reason text,
    check (state in ('RECEIVED', 'CLOSED') or agency is not null),
    check (state <> 'PUBLISHED' or online),
    check (not online or (slug is not null and published_at is not null and title is not null and asked is not null and answer is not null))
);
create index question_public on question (published_at desc, id desc) where online;
create index question_state on question (state, due_on, id);
create index question_topic on question (topic);
create index question_locality on question (locality);
create index question_agency on question (agency);
create index question_ended on question (ended_at) where ended_at is not null;
comment on column question.code_digest is 'SHA-256 of the tracking code, which only the sender has';
comment on column question.publishable is 'whether the sender has agreed that question and answer are published without their data';
comment on column question.note is 'why it was sent back, closed or withdrawn, in words for the one who reads them';
comment on column question.withdrawn_reason is 'what the page says where it was public; what those in office say to each other stands in note';
comment on column question.taken_back is 'by its sender: nothing of it is kept, and it is not taken up again';
comment on column question.ended_at is 'since when nothing more is to be done: from then on the letter is kept for a while only';

-- The words as they came and how to reach the sender: personal data. Erased when its time is over; then nobody can be found by it.
create table question_letter (
    question bigint primary key references question on delete cascade,
    version bigint not null default 0,
    text text not null check (length(text) between 1 and 4000),
    contact text check (length(contact) between 1 and 120)
);

alter table search_outbox drop constraint search_outbox_kind_check,
    add constraint search_outbox_kind_check check (kind in ('product', 'plan', 'question'));
