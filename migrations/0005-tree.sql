-- How the tree changes and keeps its past. Links are dated; the closure follows from them alone; roll-ups and chains of
-- county and above always show today's tree (until = 'infinity'), as it was follows from the dates.

-- shard_last: the numbers from a shard's own to this one were given out in one run and are all its units (see enter)
alter table unit add column shard_last int;
-- what a unit is found by when typed in Chinese, pinyin or initials
alter table unit add column search text not null default '';
create index unit_search_trgm on unit using gin (search gin_trgm_ops);

create index unit_level on unit (level, no);

-- the few lines by which the tree as it was differs from today's
create index unit_ancestor_moved on unit_ancestor (ancestor, unit) where since > '-infinity' or until < 'infinity';

-- The dated closure of these units, anew from the dated links. A unit's first link holds from the beginning of time, so that
-- work entered for a day before the unit's founding is lost nowhere.
create function close_over(p_units int[]) returns void language plpgsql set search_path = public as $$
begin
  delete from unit_ancestor where unit = any(p_units);
  insert into unit_ancestor (unit, ancestor, level, shard, since, until)
  with recursive up as (
    select no as unit, no as ancestor, '-infinity'::date as since, 'infinity'::date as until from unit where no = any(p_units)
    union all
    select up.unit, l.parent, greatest(up.since, b.since), least(up.until, l.until)
    from up join unit_link l on l.unit = up.ancestor
    cross join lateral (select case when exists (select from unit_link f where f.unit = l.unit and f.since < l.since)
      then l.since else '-infinity'::date end) b(since)
    where b.since < up.until and l.until > up.since),
  span as (select unit, ancestor, unnest(range_agg(daterange(since, until))) r from up group by 1, 2)
  select s.unit, s.ancestor, u.level, u.shard, lower(r), upper(r) from span s join unit u on u.no = s.ancestor;
end $$;

-- Adds to roll-up cells of county and above; the caller holds the fold lock (4711).
create function raise(p_shard int[], p_unit int[], p_ind smallint[], p_yr smallint[], p_mo smallint[], p_dv bigint[])
returns void language sql security definer set search_path = public as $$
  insert into rollup as t (shard, unit, yr, ind, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12)
  select s, u, y, i, sum(v) filter (where m = 1), sum(v) filter (where m = 2), sum(v) filter (where m = 3),
    sum(v) filter (where m = 4), sum(v) filter (where m = 5), sum(v) filter (where m = 6), sum(v) filter (where m = 7),
    sum(v) filter (where m = 8), sum(v) filter (where m = 9), sum(v) filter (where m = 10), sum(v) filter (where m = 11),
    sum(v) filter (where m = 12)
  from unnest(p_shard, p_unit, p_ind, p_yr, p_mo, p_dv) as x(s, u, i, y, m, v) group by 1, 2, 3, 4 order by 2, 3, 4
  on conflict (unit, yr, ind, shard) do update set
    m1 = coalesce(t.m1 + excluded.m1, t.m1, excluded.m1), m2 = coalesce(t.m2 + excluded.m2, t.m2, excluded.m2),
    m3 = coalesce(t.m3 + excluded.m3, t.m3, excluded.m3), m4 = coalesce(t.m4 + excluded.m4, t.m4, excluded.m4),
    m5 = coalesce(t.m5 + excluded.m5, t.m5, excluded.m5), m6 = coalesce(t.m6 + excluded.m6, t.m6, excluded.m6),
    m7 = coalesce(t.m7 + excluded.m7, t.m7, excluded.m7), m8 = coalesce(t.m8 + excluded.m8, t.m8, excluded.m8),
    m9 = coalesce(t.m9 + excluded.m9, t.m9, excluded.m9), m10 = coalesce(t.m10 + excluded.m10, t.m10, excluded.m10),
    m11 = coalesce(t.m11 + excluded.m11, t.m11, excluded.m11), m12 = coalesce(t.m12 + excluded.m12, t.m12, excluded.m12)
$$;

-- Carries over to other ancestors what units with their whole past bring along. p_sign -1: the ancestor loses the unit, 1: gains it.
-- A roll-up is always its measures less the waiting deltas, so what moves is exactly that difference, in one statement.
create function carry_sums(p_unit int[], p_ancestor int[], p_sign int[]) returns void
language plpgsql security definer set search_path = public as $$
begin
  perform raise(array_agg(shard), array_agg(ancestor), array_agg(ind), array_agg(yr), array_agg(mo), array_agg(dv)) from (
    select a.shard, t.ancestor, s.ind, s.yr, s.mo, sum(s.v * t.sign)::bigint dv from (
      select unit, ind, extract(year from day)::smallint yr, extract(month from day)::smallint mo, sum(val) v
      from measure where unit = any(p_unit) group by 1, 2, 3, 4
      union all select unit, ind, yr, mo, -sum(dv) from delta where unit = any(p_unit) group by 1, 2, 3, 4) s
    join unnest(p_unit, p_ancestor, p_sign) as t(unit, ancestor, sign) using (unit)
    join unit a on a.no = t.ancestor group by 1, 2, 3, 4, 5 having sum(s.v * t.sign) <> 0) x having count(*) > 0;
end $$;

-- The same for distinct persons: the months of everybody ever reached in these units, told before and after under the ancestors
-- concerned. The closure is the new one already; nobody is being reached meanwhile (lock 23).
create function carry_persons(p_unit int[], p_ancestor int[], p_sign int[]) returns void
language plpgsql security definer set search_path = public as $$
begin
  insert into chain as c (shard, unit, ind, ym, prev, n)
  with turned as (select * from unnest(p_unit, p_ancestor, p_sign) as t(unit, ancestor, sign)),
  concerned as materialized (select distinct ind, person from reached where unit = any(p_unit)),
  month as materialized (
    select r.ind, r.person, r.unit, month_no(r.day) ym from concerned join reached r using (ind, person) group by 1, 2, 3, 4),
  each as (
    select m.ind, m.person, a.ancestor, m.ym, bool_or(t.sign is null) stays, bool_or(t.sign = 1) gained, false lost
    from month m join unit_ancestor a on a.unit = m.unit and a.until = 'infinity' and a.ancestor = any(p_ancestor)
    left join turned t on t.unit = m.unit and t.ancestor = a.ancestor group by 1, 2, 3, 4
    union all
    select m.ind, m.person, t.ancestor, m.ym, false, false, true from month m join turned t on t.unit = m.unit and t.sign = -1
    group by 1, 2, 3, 4),
  told as (select ind, person, ancestor, ym, bool_or(stays or gained) af, bool_or(stays or lost) bf from each group by 1, 2, 3, 4),
  moved as (
    select ancestor, ind, ym, coalesce(lag(ym) over (partition by ancestor, ind, person order by ym), 0)::smallint prev, 1 d from told where af
    union all
    select ancestor, ind, ym, coalesce(lag(ym) over (partition by ancestor, ind, person order by ym), 0)::smallint, -1 from told where bf)
  select u.shard, m.ancestor, m.ind, m.ym, m.prev, sum(m.d)::int from moved m join unit u on u.no = m.ancestor
  group by 1, 2, 3, 4, 5 having sum(m.d) <> 0 order by 2, 3, 4, 5
  on conflict (unit, ind, ym, prev, shard) do update set n = c.n + excluded.n;
end $$;

-- Links of these units have changed: the closure of all that was ever below them follows, and the numbers follow the closure.
-- Who calls must hold every ancestor whose numbers change. Order of locks everywhere: fold (4711), persons (23).
create function regrow(p_units int[]) returns int language plpgsql security definer set search_path = public as $$
declare below int[]; old_unit int[]; old_ancestor int[]; v_unit int[]; v_ancestor int[]; v_sign int[];
begin
  perform pg_advisory_xact_lock(4711);
  perform pg_advisory_xact_lock(23);
  select array_agg(distinct unit) into below from (
    select unit from unit_ancestor where ancestor = any(p_units) union select unnest(p_units)) x;
  select array_agg(unit), array_agg(ancestor) into old_unit, old_ancestor
    from unit_ancestor where unit = any(below) and level <= 3 and until = 'infinity';
  perform close_over(below);
  select array_agg(unit), array_agg(ancestor), array_agg(sign) into v_unit, v_ancestor, v_sign from (
    select unit, ancestor, case when o.unit is null then 1 else -1 end sign from unnest(old_unit, old_ancestor) as o(unit, ancestor)
    full join (select unit, ancestor from unit_ancestor where unit = any(below) and level <= 3 and until = 'infinity') n using (unit, ancestor)
    where o.unit is null or n.unit is null) x;
  if v_unit is not null then
    perform assert_may(u.shard, u.no) from unit u where u.no = any(v_ancestor);
    perform carry_sums(v_unit, v_ancestor, v_sign);
    perform carry_persons(v_unit, v_ancestor, v_sign);
  end if;
  return coalesce(cardinality(below), 0);
end $$;

do $$
declare t text;
begin
  foreach t in array array['raise(int[],int[],smallint[],smallint[],smallint[],bigint[])', 'carry_sums(int[],int[],int[])',
    'carry_persons(int[],int[],int[])', 'regrow(int[])'] loop
    execute format('alter function %s owner to niangjia_keeper', t);
    execute format('revoke execute on function %s from public', t);
  end loop;
  grant execute on function regrow(int[]) to niangjia_app;
  grant select on unit, unit_link to niangjia_keeper;
  grant select, insert, delete on unit_ancestor to niangjia_keeper;
end $$;
