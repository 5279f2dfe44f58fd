// What roll-ups and chains must hold, told from measures alone: for checking them and for making them anew. `up` is today's
// ancestors of county and above for each unit; measures are first summed by such paths, of which there are few (measured: 30 M
// measures in 27 s so, in 279 s by way of unit sums).

const up = `up as materialized (
  select unit, dense_rank() over (order by ups) path, ups from (
    select unit, array_agg(ancestor order by ancestor) ups from unit_ancestor where until = 'infinity' and level <= 3 group by unit) x)`

/** Columns unit, ind, yr, mo, v. */
export const trueSums = `${up},
  leaf as materialized (
    select up.path, m.ind, month_no(m.day) ym, sum(m.val)::bigint v from measure m join up using (unit) group by 1, 2, 3),
  true_sums as (
    select a.unit, l.ind, (l.ym / 12)::smallint yr, (l.ym % 12 + 1)::smallint mo, sum(l.v)::bigint v
    from leaf l join (select distinct path, unnest(ups) unit from up) a using (path) group by a.unit, l.ind, l.ym)`

/** Columns unit, ind, ym, prev, n: how many persons have these two neighbouring months. */
export const truePersons = `person_month as (
    select a.ancestor unit, r.ind, r.person, month_no(r.day) ym
    from reached r join unit_ancestor a on a.unit = r.unit and a.until = 'infinity' and a.level <= 3 group by 1, 2, 3, 4),
  true_persons as (
    select unit, ind, ym, prev, count(*)::int n from (
      select unit, ind, ym, coalesce(lag(ym) over (partition by unit, ind, person order by ym), 0)::smallint prev from person_month) x
    group by 1, 2, 3, 4)`
