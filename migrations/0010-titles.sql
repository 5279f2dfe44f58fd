-- Finding records by a part of their line. Behind row security no condition that looks inside a text may use an index, so the keeper
-- looks it up and answers with nothing but the records the caller's context holds. Chinese words are two characters long: the index
-- holds every two characters that stand together, and the last one alone.
create function title_marks(p_text text) returns tsvector language plpgsql immutable strict parallel safe cost 2000 as $$
declare
  v_text text := lower(p_text);
  v_marks text[] := '{}';
begin
  -- a loop: a query here would be planned anew for every record written (measured: 0.02 instead of 0.13 ms)
  for i in 1..length(v_text) loop v_marks[i] := substr(v_text, i, 2); end loop;
  return array_to_tsvector(v_marks);
end $$;

-- a short list of what waits to be sorted in: it is looked through by every search, and sorted in by some writer
create index record_title on record using gin (title_marks(title)) with (gin_pending_list_limit = 512);

-- At most so many of each, in no order: records that say this (whatever the case of its letters), and others that name one of
-- these people.
create function records_saying(p_text text, p_people uuid[], p_most int) returns table (shard int, id uuid)
language plpgsql stable security definer rows 200 set search_path = public set plan_cache_mode = force_custom_plan
set enable_seqscan = off set max_parallel_workers_per_gather = 0 as $$
#variable_conflict use_column
declare
  v_all boolean := coalesce(current_setting('app.reach', true) = 'all', false);
  v_shards int[] := coalesce(nullif(current_setting('app.shards', true), '')::int[], '{}');
  v_units int[] := coalesce(nullif(current_setting('app.units', true), '')::int[], '{}');
  v_text text := lower(p_text);
  v_marks tsquery;
begin
  -- one character alone begins every two that begin with it; of more, all twos must be there
  select string_agg('''' || replace(replace(substr(v_text, i, 2), '\', '\\'), '''', '''''') || '''' ||
      case when length(v_text) = 1 then ':*' else '' end, ' & ')::tsquery into v_marks
    from generate_series(1, greatest(1, length(v_text) - 1)) i;
  return query select r.shard, r.id from record r
    where title_marks(r.title) @@ v_marks and strpos(lower(r.title), v_text) > 0
      and (v_all or r.shard = any(v_shards) or r.unit = any(v_units)) limit p_most;
  if cardinality(p_people) > 0 then
    return query select r.shard, r.id from record r
      where r.people && p_people and strpos(lower(r.title), v_text) = 0
        and (v_all or r.shard = any(v_shards) or r.unit = any(v_units)) limit p_most;
  end if;
end $$;

alter function records_saying(text, uuid[], int) owner to niangjia_keeper;
revoke execute on function records_saying(text, uuid[], int) from public;
grant execute on function records_saying(text, uuid[], int) to niangjia_app;
grant select on record to niangjia_keeper;
