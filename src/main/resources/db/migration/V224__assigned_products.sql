-- Who sees a product through. It is no part of what is written in it: it changes no version, and every state of a product has it.
create table product_assignment (
    product bigint primary key references product on delete cascade,
    version bigint not null default 0,
    account bigint not null references account on delete cascade,
    assigned_at timestamptz not null
);
create index product_assignment_account on product_assignment (account);
