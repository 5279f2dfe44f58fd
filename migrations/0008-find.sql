-- Finding people. Behind row security only leakproof conditions reach an index: a beginning (^@) does, a middle (like) does not,
-- so the trigram index on names could never be used by the app and goes.
drop index person_name_trgm;
create index person_name on person (name text_pattern_ops);
create index household_label on household (label text_pattern_ops);
-- a name by its id alone, whichever county she is written down in
create index person_id on person (id);
create index household_id on household (id);
