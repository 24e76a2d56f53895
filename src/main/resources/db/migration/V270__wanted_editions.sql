-- What somebody wanted to be saved is an edition of its own; only what the page saves by itself is folded.
alter table subtitle_edition drop constraint subtitle_edition_deed_check;
alter table subtitle_edition add constraint subtitle_edition_deed_check check (deed in ('taken', 'edit', 'save', 'import', 'restore'));
