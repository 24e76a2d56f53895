-- What the code of a topic, audience or genre used to be: links and saved searches that hold it lead on to what has taken its place.
create table former_code (
    kind text not null check (kind in ('topic', 'audience', 'genre')),
    code text not null,
    becomes text not null,
    primary key (kind, code),
    check (code <> becomes)
);
create index former_code_becomes on former_code (kind, becomes);
