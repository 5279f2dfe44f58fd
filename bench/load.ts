import type { Client } from 'pg'
import { kinds } from './programmes.ts'

// The distribution of the measured design: 85 % of records in villages, 10 % in townships, 4 % in counties, 1 % above; villages
// skewed; days 2021–2025, growing; 60 kinds, few of them common; 1–5 numbers each (mean 3); 30 % reach 1–9 persons.

/** Draws the records; nothing is written into the product's tables yet. */
export async function drawRecords(owner: Client, records: number): Promise<void> {
  for (const text of [
    'select setseed(0.42)',
    `create unlogged table g_ind as select i.no, left(i.key, 3) kind, right(i.key, 2) part from indicator i where i.key ~ '^b[0-9]{2}[.]'`,
    `create unlogged table g_unit as
       select level, (row_number() over (partition by level order by md5(no::text)))::int - 1 k, no, shard from unit`,
    'create unique index on g_unit (level, k)',
    'analyze g_unit',
    `create unlogged table g_rec as
     with r as materialized (
       select i, random() a, random() b, random() c, random() d, random() e, random() f, random() g from generate_series(1, ${records}) i),
     s as materialized (
       select i, case when a < 0.85 then 5 when a < 0.95 then 4 when a < 0.99 then 3 when a < 0.998 then 2 else 1 end::smallint lv, b,
         date '2021-01-01' + floor(1826 * sqrt(c))::int as day, floor(${kinds} * d * d)::int kind, 1 + floor(5 * e)::int nf,
         case when f < 0.3 then 1 + floor(f * 30)::int else 0 end np, g from r)
     select s.i, (lpad(to_hex((extract(epoch from s.day) * 1000 + floor(g * 86400000))::bigint), 12, '0') || '7' ||
         substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid rec,
       o.no unit, o.shard, o.level, s.day, s.kind::smallint kind, s.nf::smallint nf, s.np::smallint np
     from s join (select level, count(*)::int cnt from g_unit group by 1) n on n.level = s.lv
     join g_unit o on o.level = s.lv and o.k = floor(n.cnt * power(s.b, 1.5))::int`,
    'create index on g_rec (i)',
    'analyze g_rec',
    `create unlogged table g_no as select k.kind, p.part, i.no from generate_series(0, ${kinds - 1}) k(kind)
       cross join unnest(array['i0', 'i1', 'i2', 'i3', 'i4', 'le']) with ordinality p(name, part)
       join g_ind i on i.kind = 'b' || lpad(k.kind::text, 2, '0') and i.part = p.name`,
    'analyze g_no',
  ])
    await owner.query(text)
}

/** The measures of the records numbered from … to, in the order of their days, as SQL. */
const measuresOf = `select r.rec, (1 + floor(random() * case when n.part = 1 then 1 else 200 end))::bigint val, r.shard, r.unit, r.day, n.no::smallint
  from g_rec r join g_no n on n.kind = r.kind and n.part <= r.nf where r.i > $1 and r.i <= $2 order by r.day, r.rec`

/** Writes measures of these records into the table as it stands; returns how many. */
export async function addMeasures(owner: Client, from: number, to: number): Promise<number> {
  const text = `insert into measure (record, val, shard, unit, day, ind) ${measuresOf}`
  return (await owner.query(text, [from, to])).rowCount ?? 0
}

/** Takes a table's plain indexes away for a load; returns how to make them again, just as they were. */
export async function withoutIndexes(owner: Client, table: string): Promise<() => Promise<void>> {
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select indexname as name, replace(indexdef, ' ON ONLY ', ' ON ') as made from pg_indexes i
     where schemaname = 'public' and tablename = $1 and not exists (select from pg_constraint where conname = i.indexname)`,
    [table],
  )
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  return async () => {
    await owner.query(`set maintenance_work_mem = '1GB'`)
    for (const { made } of rows) await owner.query(made)
  }
}

/** Persons reached: mostly of the village itself, each village having some that come often. */
export async function addReached(owner: Client, from: number, to: number): Promise<number> {
  const { rowCount } = await owner.query(
    `insert into reached (record, person, shard, unit, day, ind)
     select distinct r.rec, md5((v.place * 1000::bigint + floor(300 * v.x * v.x)::int)::text)::uuid, r.shard, r.unit, r.day, n.no::smallint
     from g_rec r join g_no n on n.kind = r.kind and n.part = 6,
     lateral (select case when r.level = 5 and random() < 0.95 then r.unit else 5 + floor(random() * 13000)::int end place, random() x
       from generate_series(1, r.np) j where r.rec is not null) v
     where r.np > 0 and r.i > $1 and r.i <= $2`,
    [from, to],
  )
  return rowCount ?? 0
}

/** The records themselves, with a state of usual size. */
export async function addRecords(owner: Client, from: number, to: number): Promise<number> {
  const { rowCount } = await owner.query(
    `insert into record (shard, id, unit, programme, version, phase, day, title, state, revision, by_person, at, changed)
     select shard, rec, unit, 'b' || lpad(kind::text, 2, '0'), 1, 'held', day, '巾帼宣讲进村 第' || i || '场',
       jsonb_build_object('phase', 'held', 'fields', jsonb_build_object('title', '巾帼宣讲进村 第' || i || '场', 'day', day, 'v1', nf * 17)),
       1, '00000000-0000-0000-0000-000000000000', day, day
     from g_rec where i > $1 and i <= $2 order by day, rec`,
    [from, to],
  )
  return rowCount ?? 0
}

/**
 * A batch into the filled table with all its indexes, and into the roll-ups by one set-based upsert under the fold lock: the way
 * imports go. Returns how many measures.
 */
export async function addBatch(owner: Client, from: number, to: number): Promise<number> {
  await owner.query('begin')
  await owner.query('select pg_advisory_xact_lock(4711)')
  const { rows } = await owner.query<{ n: number }>(
    `with fresh as (insert into measure (record, val, shard, unit, day, ind) ${measuresOf} returning unit, ind, day, val),
     leaf as (select unit, ind, month_no(day) ym, sum(val) v from fresh group by 1, 2, 3),
     up as (
       select a.shard, a.ancestor, l.ind, l.ym, sum(l.v)::bigint v from leaf l
       join unit_ancestor a on a.unit = l.unit and a.level <= 3 and a.until = 'infinity' group by 1, 2, 3, 4),
     raised as (
       select raise(array_agg(shard), array_agg(ancestor), array_agg(ind), array_agg((ym / 12)::smallint),
         array_agg((ym % 12 + 1)::smallint), array_agg(v)) from up)
     select (select count(*)::int from fresh) n from raised`,
    [from, to],
  )
  await owner.query('commit')
  return rows[0]?.n ?? 0
}
