-- A key is that of the account in whose sheet it stands: others may number their lines alike, and touch nothing of it. Keys that
-- there are belong to whoever brought the product in first, or made it.
alter table archive_key add column owner text not null default '';
update archive_key k set owner = coalesce(
    (select r.owner from archive_line l join archive_run r on r.id = l.run join product p on p.slug = l.product
     where p.id = k.product and l.line_key = k.line_key order by r.id limit 1),
    (select e.actor from audit_entry e where e.subject_kind = 'product' and e.subject_id = k.product order by e.id limit 1),
    '');
alter table archive_key drop constraint archive_key_pkey;
alter table archive_key add primary key (owner, line_key);

-- Since when there has been no room for the next file of an archive.
alter table archive_run add column waits_since timestamptz;
