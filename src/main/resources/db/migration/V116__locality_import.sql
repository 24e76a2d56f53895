-- The last table of units that each administrator has sent to be checked, until it is carried out or a day has passed.
create table locality_import (
    account text primary key,
    made_at timestamptz not null,
    file_name text not null,
    units_from date not null,
    former_from date not null,
    former_until date not null,
    content bytea not null
);
