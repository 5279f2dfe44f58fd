-- Many new records at once (imports): the same orders, written set by set. Their numbers never pass through the waiting deltas
-- row by row; they are raised in the roll-ups at once, holding the fold lock till the end. Planned anew for each set: a plan for
-- ten rows joins five thousand by loops.

create function tally_many(p_record uuid[], p_shard int[], p_unit int[], p_ind smallint[], p_day date[], p_val bigint[])
returns void language plpgsql security definer set search_path = public set plan_cache_mode = force_custom_plan as $$
begin
  perform assert_may(s, u) from (select distinct s, u from unnest(p_shard, p_unit) as t(s, u)) x;
  perform pg_advisory_xact_lock(4711);
  insert into measure (record, val, shard, unit, day, ind)
    select r, v, s, u, d, i from unnest(p_record, p_shard, p_unit, p_ind, p_day, p_val) as t(r, s, u, i, d, v);
  perform raise(array_agg(shard), array_agg(ancestor), array_agg(ind), array_agg((ym / 12)::smallint), array_agg((ym % 12 + 1)::smallint),
    array_agg(v)) from (
    select a.shard, a.ancestor, t.i ind, t.ym, sum(t.v)::bigint v
    from (select u, i, month_no(d) ym, sum(v) v from unnest(p_unit, p_ind, p_day, p_val) as t(u, i, d, v) group by 1, 2, 3) t
    join unit_ancestor a on a.unit = t.u and a.level <= 3 and a.until = 'infinity' group by 1, 2, 3, 4) x having count(*) > 0;
end $$;

-- Persons of many new records: as `touch`, but straight into the chain, which the fold lock allows.
create function touch_many(p_record uuid[], p_shard int[], p_unit int[], p_ind smallint[], p_person uuid[], p_day date[])
returns void language plpgsql security definer set search_path = public set plan_cache_mode = force_custom_plan as $$
begin
  perform assert_may(s, u) from (select distinct s, u from unnest(p_shard, p_unit) as t(s, u)) x;
  perform pg_advisory_xact_lock(4711);
  perform pg_advisory_xact_lock(23);
  insert into reached (record, person, shard, unit, day, ind)
    select r, p, s, u, d, i from unnest(p_record, p_shard, p_unit, p_ind, p_person, p_day) as t(r, s, u, i, p, d);
  insert into chain as c (shard, unit, ind, ym, prev, n)
  with t as (
    select i ind, p person, u unit, month_no(d) ym, count(*) c from unnest(p_unit, p_ind, p_person, p_day) as a(u, i, p, d) group by 1, 2, 3, 4),
  now as (
    select r.ind, r.person, r.unit, month_no(r.day) ym, count(*) c
    from (select distinct ind, person from t) q join reached r using (ind, person) group by 1, 2, 3, 4),
  each as (
    select a.ancestor, a.shard, n.ind, n.person, n.ym, sum(n.ca) ca, sum(n.cb) cb
    from (select ind, person, unit, ym, c ca, c cb from now union all select ind, person, unit, ym, 0, -c from t) n
    join unit_ancestor a on a.unit = n.unit and a.level <= 3 and a.until = 'infinity' group by 1, 2, 3, 4, 5),
  aft as (select shard, ancestor, ind, ym, coalesce(lag(ym) over w, 0)::smallint prev, 1 d from each where ca > 0
    window w as (partition by ancestor, ind, person order by ym)),
  bef as (select shard, ancestor, ind, ym, coalesce(lag(ym) over w, 0)::smallint prev, -1 d from each where cb > 0
    window w as (partition by ancestor, ind, person order by ym))
  select shard, ancestor, ind, ym, prev, sum(d)::int from (select * from aft union all select * from bef) y
  group by 1, 2, 3, 4, 5 having sum(d) <> 0 order by 2, 3, 4, 5
  on conflict (unit, ind, ym, prev, shard) do update set n = c.n + excluded.n;
end $$;

-- Carries out orders that each begin a record. Parallel arrays hold a row for each order; those of events (e_), measures (m_) and
-- persons (p_) name its row. Returns what became of each: 1 done, 0 done before, -1 its record's id is taken by another order.
create function carry_out_many(
  o_id uuid[], o_shard int[], o_unit int[], o_record uuid[], o_revision int[], o_programme text[], o_version smallint[], o_phase text[],
  o_day date[], o_title text[], o_state jsonb[], o_people text[], o_post text[], o_actor uuid, o_at timestamptz,
  e_row int[], e_seq smallint[], e_kind text[], e_day date[], e_data jsonb[],
  m_row int[], m_ind smallint[], m_day date[], m_val bigint[], p_row int[], p_ind smallint[], p_person uuid[], p_day date[],
  a_id uuid[], a_act text, a_data jsonb[], a_mac text[])
returns smallint[] language plpgsql set search_path = public set plan_cache_mode = force_custom_plan as $$
declare fresh boolean[]; taken boolean[]; outcome smallint[];
begin
  with done as (
    insert into order_done (shard, id, record, revision, at)
    select s, o, r, v, o_at from unnest(o_shard, o_id, o_record, o_revision) as t(s, o, r, v) on conflict do nothing returning shard, id)
  select array_agg(d.id is not null order by n) into fresh
  from unnest(o_shard, o_id) with ordinality as t(s, o, n) left join done d on d.shard = t.s and d.id = t.o;
  with kept as (
    insert into record (shard, id, unit, programme, version, phase, day, title, state, people, revision, by_person, at, changed)
    select s, r, u, g, v, h, d, t, j, p::uuid[], w, o_actor, o_at, o_at
    from unnest(o_shard, o_record, o_unit, o_programme, o_version, o_phase, o_day, o_title, o_state, o_people, o_revision, fresh)
      as x(s, r, u, g, v, h, d, t, j, p, w, f) where f on conflict do nothing returning shard, id)
  select array_agg(t.f and k.id is not null order by n) into taken
  from unnest(o_shard, o_record, fresh) with ordinality as t(s, r, f, n) left join kept k on k.shard = t.s and k.id = t.r;
  select array_agg(case when t then 1 when f then -1 else 0 end::smallint order by n) into outcome
  from unnest(fresh, taken) with ordinality as x(f, t, n);
  delete from order_done using unnest(o_shard, o_id, outcome) as t(s, o, c) where c = -1 and shard = s and id = o;

  insert into event (shard, record, seq, order_id, kind, data, unit, actor, post, day, at)
  select o.s, o.r, e.q, o.o, e.k, e.j, o.u, o_actor, o.p, e.d, o_at
  from unnest(e_row, e_seq, e_kind, e_day, e_data) as e(n, q, k, d, j)
  join unnest(o_shard, o_record, o_id, o_unit, o_post, taken) with ordinality as o(s, r, o, u, p, t, n) on o.n = e.n and o.t;
  insert into audit (id, at, actor, unit, act, subject, data, mac)
  select i, o_at, o_actor, u, a_act, r::text, j, m from unnest(a_id, o_unit, o_record, a_data, a_mac, taken) as x(i, u, r, j, m, t) where t;

  perform tally_many(array_agg(o.r), array_agg(o.s), array_agg(o.u), array_agg(m.i), array_agg(m.d), array_agg(m.v))
  from unnest(m_row, m_ind, m_day, m_val) as m(n, i, d, v)
  join unnest(o_record, o_shard, o_unit, taken) with ordinality as o(r, s, u, t, n) on o.n = m.n and o.t having count(*) > 0;
  perform touch_many(array_agg(o.r), array_agg(o.s), array_agg(o.u), array_agg(p.i), array_agg(p.p), array_agg(p.d))
  from unnest(p_row, p_ind, p_person, p_day) as p(n, i, p, d)
  join unnest(o_record, o_shard, o_unit, taken) with ordinality as o(r, s, u, t, n) on o.n = p.n and o.t having count(*) > 0;
  return outcome;
end $$;

do $$
declare t text;
begin
  foreach t in array array['tally_many(uuid[],int[],int[],smallint[],date[],bigint[])', 'touch_many(uuid[],int[],int[],smallint[],uuid[],date[])'] loop
    execute format('alter function %s owner to niangjia_keeper', t);
    execute format('revoke execute on function %s from public', t);
    execute format('grant execute on function %s to niangjia_app', t);
  end loop;
end $$;
