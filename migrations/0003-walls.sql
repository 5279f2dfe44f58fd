-- The second wall: row security for the app's own login role. Rows are seen only inside a context that the app enters
-- at the start of each transaction (enter); without one there are no rows. No subqueries in policies (Citus).

do $$ begin
  if not exists (select from pg_roles where rolname = 'niangjia_keeper') then create role niangjia_keeper nologin; end if;
  execute format('grant niangjia_keeper to %I', current_user);
  execute format('grant usage, create on schema public to niangjia_keeper');
  execute format('grant usage on schema public to niangjia_app');
end $$;

-- all: the reader's reach is the whole installation; shards: whole counties (and units above); units: single units
create function enter(p_all boolean, p_shards int[], p_units int[], p_actor uuid) returns void language plpgsql as $$
begin
  execute format('set local app.reach = %L', case when p_all then 'all' else 'some' end);
  execute format('set local app.shards = %L', p_shards::text);
  execute format('set local app.units = %L', p_units::text);
  execute format('set local app.actor = %L', p_actor::text);
end $$;

-- Figures are read below a unit as a whole, so the six number tables have one gate instead of a question per row (measured: a
-- question per row made a township's figures six times slower). It opens for the transaction when the context holds the unit, or
-- lies below it: the ladder village → province shows sums, and no person.
create function open_sums(p_unit int) returns void language plpgsql set search_path = public as $$
begin
  if not coalesce(current_setting('app.reach', true) = 'all', false) and not exists (
    select from unit where no = p_unit and (shard = any(nullif(current_setting('app.shards', true), '')::int[])
      or no = any(nullif(current_setting('app.units', true), '')::int[])))
    and not exists (select from unit_ancestor where ancestor = p_unit and until = 'infinity'
      and unit = any(nullif(current_setting('app.units', true), '')::int[]))
  then
    raise insufficient_privilege using message = 'unit outside the context';
  end if;
  execute 'set local app.sums = ''on''';
  -- figure statements are few, each written for one plan, and shorter than their planning
  execute 'set local plan_cache_mode = force_generic_plan';
end $$;

do $$
declare
  t text;
  numbers text[] := array['measure', 'reached', 'delta', 'rollup', 'chain_delta', 'chain'];
  seen text := 'current_setting(''app.reach'', true) = ''all''
    or shard = any(nullif(current_setting(''app.shards'', true), '''')::int[])
    or unit = any(nullif(current_setting(''app.units'', true), '''')::int[])';
begin
  foreach t in array array['person', 'household', 'guarded', 'post', 'appointment', 'record', 'event', 'measure', 'reached', 'delta',
    'rollup', 'chain_delta', 'chain', 'report', 'issue', 'file', 'notice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to niangjia_app using (%s) with check (%s)', t || '_app', t,
      case when t = any(numbers) then 'current_setting(''app.sums'', true) = ''on''' else seen end, seen);
    execute format('create policy %I on %I to niangjia_keeper using (true) with check (true)', t || '_keeper', t);
    execute format('create policy %I on %I to %I using (true) with check (true)', t || '_owner', t, current_user);
  end loop;
  foreach t in array numbers loop
    execute format('grant select on %I to niangjia_app', t);
    execute format('grant select, insert, update, delete on %I to niangjia_keeper', t);
  end loop;
  foreach t in array array['person', 'household', 'guarded', 'post', 'appointment', 'record', 'report', 'file', 'notice', 'setting',
    'unit', 'unit_name', 'unit_link', 'unit_ancestor', 'indicator'] loop
    execute format('grant select, insert, update, delete on %I to niangjia_app', t);
  end loop;
  -- append-only for the app: no update, no delete
  foreach t in array array['event', 'issue', 'audit'] loop execute format('grant select, insert on %I to niangjia_app', t); end loop;
  grant select, insert, delete on order_done to niangjia_app;
  grant update (seq, hash) on audit to niangjia_app;
  grant select on unit_ancestor to niangjia_keeper;
  foreach t in array array['tally(uuid,int,int,date[],smallint[],date[],bigint[])',
    'touch(uuid,int,int,smallint[],uuid[],date[],smallint[],uuid[],date[])', 'fold(int)'] loop
    execute format('alter function %s owner to niangjia_keeper', t);
    execute format('revoke execute on function %s from public', t);
    execute format('grant execute on function %s to niangjia_app', t);
  end loop;
end $$;
