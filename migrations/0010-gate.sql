-- The gate of the numbers, narrower. Sums of whole units are open up the ladder, as before: roll-ups, chains and what waits for
-- them hold no person. Single measures and the persons reached are seen only where the context itself reaches, and where units lay
-- below the unit asked about at another time. What must be summed row by row is summed by the keeper, who is asked once for each
-- unit instead of once for each row (a question per row made a township's figures up to twice as slow) and names nobody. His plans
-- are those the open gate has chosen.

create or replace function open_sums(p_unit int) returns void language plpgsql set search_path = public as $$
declare v_moved int[];
begin
  if not coalesce(current_setting('app.reach', true) = 'all', false) then
    if exists (select from unit where no = p_unit and (shard = any(nullif(current_setting('app.shards', true), '')::int[])
      or no = any(nullif(current_setting('app.units', true), '')::int[]))) then
      select array_agg(distinct unit) into v_moved from unit_ancestor
        where ancestor = p_unit and (since > '-infinity' or until < 'infinity');
      if v_moved is not null then
        execute format('set local app.moved = %L', v_moved || nullif(current_setting('app.moved', true), '')::int[]);
      end if;
    elsif not exists (select from unit_ancestor where ancestor = p_unit and until = 'infinity'
      and unit = any(nullif(current_setting('app.units', true), '')::int[])) then
      raise insufficient_privilege using message = 'unit outside the context';
    end if;
  end if;
  execute 'set local app.sums = ''on''';
  -- figure statements are few, each written for one plan, and shorter than their planning
  execute 'set local plan_cache_mode = force_generic_plan';
end $$;

-- May these units be summed for the caller? Those her context holds, or held below the unit that was opened; and, of sums only,
-- those her own units lie below.
create function assert_summed(p_units int[], p_above boolean) returns void language plpgsql stable set search_path = public as $$
declare
  v_shards int[] := nullif(current_setting('app.shards', true), '')::int[];
  v_units int[] := nullif(current_setting('app.units', true), '')::int[];
  v_moved int[] := nullif(current_setting('app.moved', true), '')::int[];
begin
  if coalesce(current_setting('app.sums', true), '') <> 'on' then
    raise insufficient_privilege using message = 'sums are not open';
  end if;
  if coalesce(current_setting('app.reach', true) = 'all', false) then return; end if;
  if exists (select from unit u where u.no = any(p_units)
    and not coalesce(u.shard = any(v_shards), false) and not coalesce(u.no = any(v_units), false)
    and not coalesce(u.no = any(v_moved), false)
    and not (p_above and exists (select from unit_ancestor a
      where a.ancestor = u.no and a.until = 'infinity' and a.unit = any(v_units)))) then
    raise insufficient_privilege using message = 'unit outside the context';
  end if;
end $$;

-- Which column of a table a day falls into: all of them into one (0), its year (1), its month (2).
create function column_of(p_grain int, p_day date) returns int language sql immutable parallel safe as
$$ select case p_grain when 0 then 0 when 1 then date_part('year', p_day)::int else month_no(p_day) end $$;

-- Sums of measures below units (by itself: `p_alone`) by indicator and column. Few units are asked one by one, all days of each; a
-- few days of many units (`p_wide`) by the days of the indicator, which ind::int goes by (see the indexes of measure).
create function counted_sums(p_units int[], p_from date, p_to date, p_alone boolean, p_inds smallint[], p_grain int, p_wide boolean)
returns table (unit int, ind smallint, col int, v bigint)
language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  perform assert_summed(p_units, true);
  if p_wide and p_inds is not null then
    return query select a.ancestor, m.ind, column_of(p_grain, m.day), sum(m.val)::bigint
    from (select x.unit, x.ind, x.day, x.val from measure x
      where x.day between p_from and p_to and x.ind::int = any(p_inds::int[]) offset 0) m
    join unit_ancestor a on a.unit = m.unit
    where a.ancestor = any(p_units) and a.until = 'infinity' and (not p_alone or a.unit = a.ancestor) group by 1, 2, 3;
  elsif p_wide then
    return query select a.ancestor, m.ind, column_of(p_grain, m.day), sum(m.val)::bigint
    from (select x.unit, x.ind, x.day, x.val from measure x where x.day between p_from and p_to offset 0) m
    join unit_ancestor a on a.unit = m.unit
    where a.ancestor = any(p_units) and a.until = 'infinity' and (not p_alone or a.unit = a.ancestor) group by 1, 2, 3;
  elsif p_inds is not null then
    return query select a.ancestor, m.ind, column_of(p_grain, m.day), sum(m.val)::bigint
    from unit_ancestor a cross join lateral (select x.ind, x.day, x.val from measure x
      where x.unit = a.unit and x.day between p_from and p_to and x.ind = any(p_inds) offset 0) m
    where a.ancestor = any(p_units) and a.until = 'infinity' and (not p_alone or a.unit = a.ancestor) group by 1, 2, 3;
  else
    return query select a.ancestor, m.ind, column_of(p_grain, m.day), sum(m.val)::bigint
    from unit_ancestor a cross join lateral (select x.ind, x.day, x.val from measure x
      where x.unit = a.unit and x.day between p_from and p_to offset 0) m
    where a.ancestor = any(p_units) and a.until = 'infinity' and (not p_alone or a.unit = a.ancestor) group by 1, 2, 3;
  end if;
end $$;

-- What units that hung elsewhere for a time did then: it leaves those above them today and enters those of that time.
create function moved_sums(p_units int[], p_from date, p_to date, p_inds smallint[], p_grain int)
returns table (unit int, ind smallint, col int, v bigint)
language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  perform assert_summed(p_units, true);
  return query select a.ancestor, m.ind, column_of(p_grain, m.day), sum(case when a.until = 'infinity' then -m.val else m.val end)::bigint
  from unit_ancestor a cross join lateral (select x.ind, x.day, x.val from measure x
    where x.unit = a.unit and x.day between p_from and p_to and (p_inds is null or x.ind = any(p_inds))
      and case when a.until = 'infinity' then x.day < a.since else x.day >= a.since and x.day < a.until end offset 0) m
  where a.ancestor = any(p_units) and (a.since > '-infinity' or a.until < 'infinity') group by 1, 2, 3;
end $$;

-- How many persons were reached below units, each once in a column. `p_dated`: below them as the tree was on each day.
create function counted_persons(p_units int[], p_from date, p_to date, p_alone boolean, p_dated boolean, p_inds smallint[], p_grain int)
returns table (unit int, ind smallint, col int, n int)
language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  perform assert_summed(p_units, false);
  if p_dated then
    return query select a.ancestor, r.ind, column_of(p_grain, r.day), count(distinct r.person)::int
    from unit_ancestor a cross join lateral (select x.ind, x.day, x.person from reached x
      where x.unit = a.unit and x.day between p_from and p_to and x.ind = any(p_inds) and x.day >= a.since and x.day < a.until offset 0) r
    where a.ancestor = any(p_units) group by 1, 2, 3;
  else
    return query select a.ancestor, r.ind, column_of(p_grain, r.day), count(distinct r.person)::int
    from unit_ancestor a cross join lateral (select x.ind, x.day, x.person from reached x
      where x.unit = a.unit and x.day between p_from and p_to and x.ind = any(p_inds) offset 0) r
    where a.ancestor = any(p_units) and a.until = 'infinity' and (not p_alone or a.unit = a.ancestor) group by 1, 2, 3;
  end if;
end $$;

-- Persons reached on the days before or after a period's whole months (`p_from`, `p_to`: the days at its edges), and in none of
-- those months.
create function edge_persons(p_units int[], p_inds smallint[], p_from date[], p_to date[], p_first date, p_last date)
returns table (unit int, ind smallint, n int)
language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  perform assert_summed(p_units, false);
  return query select e.unit, e.ind, count(*)::int from (
    select distinct a.ancestor unit, r.ind, r.person from unnest(p_from, p_to) w(f, t)
    cross join lateral (
      select x.ind, x.person, x.unit from reached x where x.ind::int = any(p_inds::int[]) and x.day between w.f and w.t offset 0) r
    join unit_ancestor a on a.unit = r.unit and a.until = 'infinity' and a.ancestor = any(p_units)) e
  where (
    select true from reached q
    where q.ind = e.ind and q.person = e.person and q.day between p_first and p_last and (
      select true from unit_ancestor b where b.unit = q.unit and b.ancestor = e.unit and b.until = 'infinity' limit 1) limit 1) is null
  group by 1, 2;
end $$;

do $$
declare
  t text;
  held text := 'current_setting(''app.reach'', true) = ''all''
    or shard = any(nullif(current_setting(''app.shards'', true), '''')::int[])
    or unit = any(nullif(current_setting(''app.units'', true), '''')::int[])
    or unit = any(nullif(current_setting(''app.moved'', true), '''')::int[])';
begin
  foreach t in array array['measure', 'reached'] loop
    execute format('alter policy %I on %I using (current_setting(''app.sums'', true) = ''on'' and (%s))', t || '_app', t, held);
  end loop;
  foreach t in array array['counted_sums(int[],date,date,boolean,smallint[],int,boolean)', 'moved_sums(int[],date,date,smallint[],int)',
    'counted_persons(int[],date,date,boolean,boolean,smallint[],int)', 'edge_persons(int[],smallint[],date[],date[],date,date)'] loop
    execute format('alter function %s owner to niangjia_keeper', t);
    execute format('revoke execute on function %s from public', t);
    execute format('grant execute on function %s to niangjia_app', t);
  end loop;
end $$;
