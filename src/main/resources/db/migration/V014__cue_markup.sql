-- What a cue keeps beside its words, so that its file can be written again: where it stands, and its tags (null when it has none).
alter table subtitle_cue add settings text not null default '';
alter table subtitle_cue add markup text;
