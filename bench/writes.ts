import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { perform } from '#engine/perform'
import type { BenchGround } from './ground.ts'
import { kindName, kinds } from './programmes.ts'
import { benchOrder } from './order.ts'
import { median, pick, times, type Times } from './timing.ts'

/** Ways of writing one record with its numbers in one transaction; `g_put`, `g_fix`, `g_gone` are a record's life in the mixed load. */
export async function prepareWrites(owner: pg.Client): Promise<void> {
  const record = `insert into record (shard, id, unit, programme, version, phase, day, title, state, revision, by_person, at, changed)
    values (p_shard, p_record, p_unit, 'b00', 1, 'held', p_day, '宣讲', '{"phase":"held","fields":{"title":"宣讲","v1":30}}', 1, p_record, now(), now());`
  const measures = `insert into measure (record, val, shard, unit, day, ind)
    select p_record, v, p_shard, p_unit, p_day, i from unnest(p_ind, p_val) t(i, v);`
  const declared =
    '(p_record uuid, p_shard int, p_unit int, p_day date, p_ind smallint[], p_val bigint[]) returns void language plpgsql as'
  for (const text of [
    'create table g_month (unit int, ind smallint, ym smallint, val bigint, primary key (unit, ind, ym)) with (fillfactor = 80)',
    `create function g_plain${declared} $$ begin ${record} ${measures} end $$`,
    `create function g_deltas${declared} $$ begin ${record}
       perform tally(p_record, p_shard, p_unit, '{}', p_ind, array_fill(p_day, array[cardinality(p_ind)]), p_val); end $$`,
    `create function g_ancestors${declared} $$ begin ${record} ${measures}
       insert into g_month as t select a.ancestor, i, month_no(p_day), v from unnest(p_ind, p_val) x(i, v)
         join unit_ancestor a on a.unit = p_unit and a.until = 'infinity' order by 1, 2
       on conflict (unit, ind, ym) do update set val = t.val + excluded.val; end $$`,
    `create function g_put(p_record uuid, p_shard int, p_unit int, p_day date, p_ind smallint[], p_val bigint[], p_named smallint, p_person uuid[])
     returns void language plpgsql as $$ begin ${record}
       perform tally(p_record, p_shard, p_unit, '{}', p_ind, array_fill(p_day, array[cardinality(p_ind)]), p_val);
       if cardinality(p_person) > 0 then
         perform touch(p_record, p_shard, p_unit, '{}', '{}', '{}', array_fill(p_named, array[cardinality(p_person)]), p_person,
           array_fill(p_day, array[cardinality(p_person)]));
       end if; end $$`,
    `create function g_fix(p_record uuid, p_shard int, p_unit int, p_day date, p_ind smallint[], p_val bigint[]) returns void language plpgsql as $$
     begin
       update record set revision = revision + 1, changed = now() where shard = p_shard and id = p_record;
       perform tally(p_record, p_shard, p_unit, array[p_day], p_ind, array_fill(p_day, array[cardinality(p_ind)]), p_val);
     end $$`,
    `create function g_gone(p_record uuid, p_shard int, p_unit int, p_day date, p_named smallint, p_person uuid[]) returns void language plpgsql as $$
     begin
       update record set phase = 'withdrawn', revision = revision + 1, changed = now() where shard = p_shard and id = p_record;
       perform tally(p_record, p_shard, p_unit, array[p_day], '{}', '{}', '{}');
       if cardinality(p_person) > 0 then
         perform touch(p_record, p_shard, p_unit, array_fill(p_named, array[cardinality(p_person)]), p_person,
           array_fill(p_day, array[cardinality(p_person)]), '{}', '{}', '{}');
       end if; end $$`,
  ])
    await owner.query(text)
}

export type Speed = { readonly perSecond: number; readonly walBytes: number; readonly ms: Times }

type Way = 'g_plain' | 'g_deltas' | 'g_ancestors'
export type Load = { writers: number; seconds: number; rounds: number; hot: boolean; slowCommit: boolean }

/** Every way in turn, several rounds; the folder carries on beside, as it always does. */
export async function compareWrites(
  ground: BenchGround,
  ways: readonly Way[],
  load: Load,
): Promise<Record<string, Speed>> {
  const clients = await Promise.all(
    Array.from({ length: load.writers }, async () => {
      const client = new pg.Client(ground.ownerConfig)
      await client.connect()
      if (load.slowCommit) await client.query('set commit_delay = 2000; set commit_siblings = 0')
      return client
    }),
  )
  const stopFolding = foldBeside(ground)
  const found = new Map<string, { speeds: number[]; wal: number[]; ms: number[] }>()
  for (let round = 0; round < load.rounds; round++)
    for (const way of ways) {
      const entry = found.get(way) ?? { speeds: [], wal: [], ms: [] }
      found.set(way, entry)
      const before = await walPlace(ground.owner)
      const ms = await drive(ground, clients, way, load)
      entry.speeds.push(ms.length / load.seconds)
      entry.wal.push(((await walPlace(ground.owner)) - before) / ms.length)
      entry.ms.push(...ms)
    }
  await stopFolding()
  await Promise.all(clients.map(client => client.end()))
  return Object.fromEntries(
    [...found].map(([way, { speeds, wal, ms }]) => [
      way,
      { perSecond: median(speeds), walBytes: median(wal), ms: times(ms) },
    ]),
  )
}

async function drive(ground: BenchGround, clients: readonly pg.Client[], way: Way, load: Load): Promise<number[]> {
  const until = performance.now() + load.seconds * 1000
  const ms: number[] = []
  await Promise.all(
    clients.map(async client => {
      while (performance.now() < until) {
        const { unit, shard } = pick(ground.places[5])
        const kind = kindName(load.hot ? 0 : Math.floor(kinds * Math.random() ** 2))
        const inds = [0, 1, 2].map(i => ground.house.book.no(`${kind}.i${i}`))
        const day = load.hot ? '2025-03-08' : `2025-${String(1 + Math.floor(Math.random() * 12)).padStart(2, '0')}-15`
        const start = performance.now()
        await client.query({
          name: way,
          text: `select ${way}($1, $2, $3, $4, $5, $6)`,
          values: [randomUUID(), shard, unit, day, inds, [1, 57, 20]],
        })
        ms.push(performance.now() - start)
      }
    }),
  )
  return ms
}

/** Whole orders through `perform`: checked, decided, with events, audit and receipt, under row security; as many in flight at once. */
export async function orderSpeed(ground: BenchGround, inFlight: number, seconds: number): Promise<Speed> {
  const until = performance.now() + seconds * 1000
  const ms: number[] = []
  const before = await walPlace(ground.owner)
  const stopFolding = foldBeside(ground)
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (performance.now() < until) {
        const order = benchOrder(pick(ground.places[5]).unit, 0)
        const start = performance.now()
        await perform(ground.house, ground.staff, order)
        ms.push(performance.now() - start)
      }
    }),
  )
  await stopFolding()
  const walBytes = ((await walPlace(ground.owner)) - before) / ms.length
  return { perSecond: ms.length / seconds, walBytes, ms: times(ms) }
}

async function walPlace(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as n`)
  return rows[0]?.n ?? 0
}

/** The folder, once a second, as the server runs it. Returns how to stop it. */
export function foldBeside(ground: BenchGround): () => Promise<{ folded: number; ms: number[] }> {
  let on = true
  const done = { folded: 0, ms: [] as number[] }
  const folding = (async () => {
    const client = new pg.Client(ground.ownerConfig)
    await client.connect()
    while (on) {
      const start = performance.now()
      const { rows } = await client.query<{ n: number }>({ name: 'fold', text: 'select fold(100000) n' })
      done.folded += rows[0]?.n ?? 0
      if (rows[0]?.n) done.ms.push(performance.now() - start)
      for (let waited = 0; on && waited < 1000; waited += 50) await new Promise(next => setTimeout(next, 50))
    }
    await client.end()
  })()
  return async () => {
    on = false
    await folding
    return done
  }
}
