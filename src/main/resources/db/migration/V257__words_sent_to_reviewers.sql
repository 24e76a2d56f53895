-- What is written here and what comes as a file can wait for the same place: which of them is whose must be known before one takes that of the other.
alter table subtitle_sheet add column sent bigint references track on delete set null;
comment on column subtitle_sheet.sent is 'track that says what was handed in last: that of the sheet, or a change of it; null when it is gone';
create index subtitle_sheet_sent on subtitle_sheet (sent);

-- Of what waits already only its name tells: files that are made here are called so. Whatever is none of them is not written over.
update subtitle_sheet s
set sent = coalesce(
    (select max(t.id) from track t
     join media_asset a on a.id = t.asset
     join product p on p.id = s.product
     where t.replaces = s.track and a.original_name = p.slug || '-' || s.language || '.vtt'),
    s.track)
where s.handed > 0;
