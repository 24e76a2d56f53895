-- Who looks at their sessions tells them apart by it.
alter table access_token add column device text;
comment on column access_token.device is 'which browser on which system has it, as it says of itself, in a few words; null when nobody knows';
