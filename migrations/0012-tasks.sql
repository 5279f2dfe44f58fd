-- Tasks handed down: those that wait for the records to fulfil them, and those that came of one above.
create index record_counted on record ((state->'fields'->>'counts'))
  where phase in ('given', 'received', 'reported') and state->'fields' ? 'counts';
create index record_parent on record ((state->'fields'->'parent'->>'id')) where state->'fields' ? 'parent';
