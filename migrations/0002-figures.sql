-- How numbers are kept: measures are the truth, deltas go in with them, the folder carries deltas into roll-ups
-- of county and above, distinct persons by the previous-month chain. Measured in design/performance (see ARCHITECTURE.md).

create function month_no(d date) returns smallint language sql immutable parallel safe as
$$ select (date_part('year', d) * 12 + date_part('month', d) - 1)::smallint $$;

-- The functions below run as their keeper, who sees everything: so they ask first whether the caller's context holds the unit.
create function assert_may(p_shard int, p_unit int) returns void language plpgsql as $$
begin
  if not pg_has_role(session_user, 'niangjia_keeper', 'member') and not coalesce(current_setting('app.reach', true) = 'all'
    or p_shard = any(nullif(current_setting('app.shards', true), '')::int[])
    or p_unit = any(nullif(current_setting('app.units', true), '')::int[]), false) then
    raise insufficient_privilege using message = 'unit outside the context';
  end if;
end $$;

-- One record's measures: all of the old days leave, the new ones enter; the difference goes to delta. A new record has nothing
-- to leave, and then no partition but its own is touched.
create function tally(p_record uuid, p_shard int, p_unit int, o_day date[], n_ind smallint[], n_day date[], n_val bigint[])
returns void language plpgsql security definer set search_path = public set plan_cache_mode = force_generic_plan as $$
begin
  perform assert_may(p_shard, p_unit);
  if cardinality(o_day) = 0 then
    insert into measure (record, val, shard, unit, day, ind)
    select p_record, v, p_shard, p_unit, d, i from unnest(n_ind, n_day, n_val) as t(i, d, v);
    insert into delta (shard, unit, ind, yr, mo, dv)
    select p_shard, p_unit, i, date_part('year', d), date_part('month', d), sum(v)
    from unnest(n_ind, n_day, n_val) as t(i, d, v) group by 3, 4, 5 having sum(v) <> 0;
    return;
  end if;
  with old as (
    delete from measure where record = p_record and unit = p_unit and day = any(o_day) returning ind, day, val),
  new as (
    insert into measure (record, val, shard, unit, day, ind)
    select p_record, v, p_shard, p_unit, d, i from unnest(n_ind, n_day, n_val) as t(i, d, v) returning ind, day, val)
  insert into delta (shard, unit, ind, yr, mo, dv)
  select p_shard, p_unit, ind, date_part('year', day), date_part('month', day), sum(v)
  from (select ind, day, -val v from old union all select ind, day, val from new) x
  group by 3, 4, 5 having sum(v) <> 0;
end $$;

-- Named persons of one record: some leave, some enter; at most three chain cells per ancestor change for each.
-- More than 2,000 persons at once take one lock instead of one each (max_locks_per_transaction).
create function touch(p_record uuid, p_shard int, p_unit int,
  o_ind smallint[], o_person uuid[], o_day date[], n_ind smallint[], n_person uuid[], n_day date[])
returns void language plpgsql security definer set search_path = public set plan_cache_mode = force_generic_plan as $$
begin
  perform assert_may(p_shard, p_unit);
  if coalesce(cardinality(o_person), 0) + coalesce(cardinality(n_person), 0) > 2000 then
    perform pg_advisory_xact_lock(23);
  else
    perform pg_advisory_xact_lock_shared(23);
    perform pg_advisory_xact_lock(22, k) from (
      select distinct hashtext(p::text || i) k from (
        select unnest(o_person) p, unnest(o_ind) i union select unnest(n_person), unnest(n_ind)) s order by 1) z;
  end if;
  delete from reached r using unnest(o_ind, o_person, o_day) as t(i, p, d)
    where r.unit = p_unit and r.day = t.d and r.ind = t.i and r.person = t.p and r.record = p_record;
  insert into reached (record, person, shard, unit, day, ind)
    select p_record, p, p_shard, p_unit, d, i from unnest(n_ind, n_person, n_day) as t(i, p, d);
  insert into chain_delta (shard, unit, ind, ym, prev, dn)
  with t as (
    select ind, person, ym, sum(s)::int c from (
      select i ind, p person, month_no(d) ym, 1 s from unnest(n_ind, n_person, n_day) as a(i, p, d)
      union all select i, p, month_no(d), -1 from unnest(o_ind, o_person, o_day) as b(i, p, d)) x group by 1, 2, 3),
  now as (
    select r.ind, r.person, r.unit, month_no(r.day) ym, count(*)::int c
    from (select distinct ind, person from t) q join reached r using (ind, person) group by 1, 2, 3, 4),
  each as (
    select a.ancestor, a.shard, u.ind, u.person, u.ym, sum(u.ca) ca, sum(u.cb) cb from (
      select ind, person, unit, ym, c ca, c cb from now
      union all select ind, person, p_unit, ym, 0, -c from t) u
    join unit_ancestor a on a.unit = u.unit and a.level <= 3 and a.until = 'infinity' group by 1, 2, 3, 4, 5),
  aft as (select shard, ancestor, ind, ym, coalesce(lag(ym) over w, 0)::smallint prev, 1 d from each where ca > 0
    window w as (partition by ancestor, ind, person order by ym)),
  bef as (select shard, ancestor, ind, ym, coalesce(lag(ym) over w, 0)::smallint prev, -1 d from each where cb > 0
    window w as (partition by ancestor, ind, person order by ym))
  select shard, ancestor, ind, ym, prev, sum(d) from (select * from aft union all select * from bef) y
  group by 1, 2, 3, 4, 5 having sum(d) <> 0;
end $$;

-- Carries waiting deltas into the roll-up of county and above. One folder at a time; a crash loses nothing.
create function fold(lim int default 100000) returns bigint language plpgsql security definer set search_path = public as $$
declare n bigint; c bigint;
begin
  perform pg_advisory_xact_lock(4711);
  with d as (delete from delta where ctid = any(array(select ctid from delta limit lim)) returning unit, ind, yr, mo, dv),
  s as materialized (select unit, ind, yr, mo, sum(dv) dv, count(*) c from d group by 1, 2, 3, 4),
  g as (select a.shard, a.ancestor, yr, ind,
      sum(dv) filter (where mo = 1) m1, sum(dv) filter (where mo = 2) m2, sum(dv) filter (where mo = 3) m3,
      sum(dv) filter (where mo = 4) m4, sum(dv) filter (where mo = 5) m5, sum(dv) filter (where mo = 6) m6,
      sum(dv) filter (where mo = 7) m7, sum(dv) filter (where mo = 8) m8, sum(dv) filter (where mo = 9) m9,
      sum(dv) filter (where mo = 10) m10, sum(dv) filter (where mo = 11) m11, sum(dv) filter (where mo = 12) m12
    from s join unit_ancestor a on a.unit = s.unit and a.level <= 3 and a.until = 'infinity' group by 1, 2, 3, 4),
  u as (insert into rollup as t select * from g order by 2, 3, 4 on conflict (unit, yr, ind, shard) do update set
      m1 = coalesce(t.m1 + excluded.m1, t.m1, excluded.m1), m2 = coalesce(t.m2 + excluded.m2, t.m2, excluded.m2),
      m3 = coalesce(t.m3 + excluded.m3, t.m3, excluded.m3), m4 = coalesce(t.m4 + excluded.m4, t.m4, excluded.m4),
      m5 = coalesce(t.m5 + excluded.m5, t.m5, excluded.m5), m6 = coalesce(t.m6 + excluded.m6, t.m6, excluded.m6),
      m7 = coalesce(t.m7 + excluded.m7, t.m7, excluded.m7), m8 = coalesce(t.m8 + excluded.m8, t.m8, excluded.m8),
      m9 = coalesce(t.m9 + excluded.m9, t.m9, excluded.m9), m10 = coalesce(t.m10 + excluded.m10, t.m10, excluded.m10),
      m11 = coalesce(t.m11 + excluded.m11, t.m11, excluded.m11), m12 = coalesce(t.m12 + excluded.m12, t.m12, excluded.m12)
    returning 1)
  select coalesce(sum(s.c), 0) into n from s;
  with d as (delete from chain_delta where ctid = any(array(select ctid from chain_delta limit lim)) returning shard, unit, ind, ym, prev, dn),
  s as materialized (select shard, unit, ind, ym, prev, sum(dn)::int dn, count(*) c from d group by 1, 2, 3, 4, 5),
  u as (insert into chain as t select shard, unit, ind, ym, prev, dn from s where dn <> 0 order by 2, 3, 4, 5
    on conflict (unit, ind, ym, prev, shard) do update set n = t.n + excluded.n returning 1)
  select coalesce(sum(s.c), 0) into c from s;
  return n + c;
end $$;

-- One order carried out, in one statement and so in one transaction: record, events, measures, persons, audit, order_done.
-- Returns the record's new revision; 0 when the order was done before (sent twice, done once); -1 when the revision moved on.
create function carry_out(
  p_order uuid, p_shard int, p_unit int, p_record uuid, p_revision int,
  p_programme text, p_version smallint, p_phase text, p_day date, p_title text, p_state jsonb, p_people uuid[],
  p_events jsonb, p_actor uuid, p_post text, p_at timestamptz,
  o_day date[], n_ind smallint[], n_day date[], n_val bigint[],
  op_ind smallint[], op_person uuid[], op_day date[], np_ind smallint[], np_person uuid[], np_day date[],
  a_id uuid, a_act text, a_data jsonb, a_mac text)
returns int language plpgsql set search_path = public set plan_cache_mode = force_generic_plan as $$
declare rev int := p_revision + jsonb_array_length(p_events);
begin
  insert into order_done (shard, id, record, revision, at) values (p_shard, p_order, p_record, rev, p_at) on conflict do nothing;
  if not found then return 0; end if;
  if p_revision = 0 then
    insert into record (shard, id, unit, programme, version, phase, day, title, state, people, revision, by_person, at, changed)
    values (p_shard, p_record, p_unit, p_programme, p_version, p_phase, p_day, p_title, p_state, p_people, rev, p_actor, p_at, p_at);
  else
    update record set phase = p_phase, day = p_day, title = p_title, state = p_state, people = p_people, revision = rev, changed = p_at
    where shard = p_shard and id = p_record and revision = p_revision;
    if not found then
      delete from order_done where shard = p_shard and id = p_order;
      return -1;
    end if;
  end if;
  insert into event (shard, record, seq, order_id, kind, data, unit, actor, post, day, at)
  select p_shard, p_record, p_revision + n, p_order, e ->> 'kind', e -> 'data', p_unit, p_actor, p_post, (e ->> 'day')::date, p_at
  from jsonb_array_elements(p_events) with ordinality as x(e, n);
  if cardinality(o_day) + cardinality(n_ind) > 0 then perform tally(p_record, p_shard, p_unit, o_day, n_ind, n_day, n_val); end if;
  if cardinality(op_ind) + cardinality(np_ind) > 0 then
    perform touch(p_record, p_shard, p_unit, op_ind, op_person, op_day, np_ind, np_person, np_day);
  end if;
  insert into audit (id, at, actor, unit, act, subject, data, mac) values (a_id, p_at, p_actor, p_unit, a_act, p_record::text, a_data, a_mac);
  return rev;
end $$;
