-- Nominations beside the others of their edition, and those shown together: among many honours that were only written down they are few.
create index record_nominated on record (programme, (state->'fields'->>'award'), (coalesce(state->'fields'->>'edition', '')))
  where state->'fields' ? 'nominatedOn';
