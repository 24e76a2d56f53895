-- Where questions were public of which nothing is kept any more: the address stays gone, and no other question gets it.
create table question_gone (
    address_digest text primary key check (address_digest ~ '^[0-9a-f]{64}$'),
    taken_back boolean not null
);
comment on column question_gone.address_digest is 'SHA-256 of the name in the address, which was made of words that are to be forgotten';
comment on column question_gone.taken_back is 'by its sender; else its time was over';

insert into question_gone (address_digest, taken_back)
    select encode(sha256(convert_to(slug, 'UTF8')), 'hex'), true from question where taken_back and slug is not null;
