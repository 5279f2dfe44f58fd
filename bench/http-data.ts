import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { numbersOf } from '#engine/change'
import { rebuild } from '#engine/rebuild'
import { addAccount } from '#federation/accounts'
import { readDivisions } from '#federation/divisions'
import { plantTree } from '#federation/tree'
import type { Common, Field, Programme } from '#language'
import { mainCommand } from '#language/commands'
import { programmes } from '#programmes/all'
import { hashPassword } from '#server/password'
import { openHouse, type OpenHouse } from '#server/open-house'
import { houseContext, inContext } from '#store/database'
import { readSettings } from '#store/settings'

export const benchPassword = '测量用的密码-1234'
/** Every programme whose work is a session: what is counted for them all. */
export const sessionProgrammes: readonly Programme[] = programmes.filter(each => each.pattern.name === 'activity')

export type HttpGround = {
  readonly village: number
  readonly counties: readonly number[]
  readonly province: number
  readonly links: number
}

/**
 * A data folder of Jilin with a province's staff and a village's chair who can sign in, and sessions of five years drawn by the
 * distribution the peers were measured with, written as the product itself would have written them.
 */
export async function makeGround(
  dataDir: string,
  activities: number,
  part: (name: string) => void,
): Promise<HttpGround> {
  const open = await openHouse(readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, dataDir))
  try {
    part('the tree of a province')
    await inContext(open.db, houseContext, tx => plantTree(tx, readDivisions('22')))
    return await open.asOwner(async owner => {
      await owner.query(`set work_mem = '256MB'`)
      await draw(owner, activities)
      part('sessions')
      await writeRecords(owner)
      part('measures and persons')
      const links = await writeNumbers(owner, open)
      part('roll-ups and chains')
      await rebuild(owner)
      await owner.query('drop table g_session, g_number, g_kind, g_place')
      await owner.query('vacuum analyze')
      await owner.query('checkpoint')
      return { ...(await people(owner, open)), links }
    })
  } finally {
    await open.stop()
  }
}

/** 85 % in villages, 10 % in townships, 4 % in counties, 1 % above; places and kinds skewed; days 2021–2025, growing; 30 % name 1–9 persons. */
async function draw(owner: Client, activities: number): Promise<void> {
  await owner.query('select setseed(0.42)')
  await owner.query(`create unlogged table g_place as
    select level, (row_number() over (partition by level order by md5(no::text)))::int - 1 k, no, shard from unit`)
  await owner.query('create index on g_place (level, k)')
  await owner.query(
    `create unlogged table g_session as
     with r as materialized (
       select i, random() a, random() b, random() c, random() d, random() e, random() f from generate_series(1, $1::int) i),
     s as (select i, case when a < 0.85 then 5 when a < 0.95 then 4 when a < 0.99 then 3 when a < 0.998 then 2 else 1 end lv, b,
       date '2021-01-01' + floor(1826 * sqrt(c))::int as day, floor(${sessionProgrammes.length} * d * d)::int kind,
       9 + floor(200 * e * e)::int attended, case when f < 0.3 then 1 + floor(f * 30)::int else 0 end np from r)
     select s.i, (lpad(to_hex((extract(epoch from s.day) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8' ||
       substr(md5(i::text), 4, 15))::uuid id, o.no unit, o.shard, o.level, s.day, s.kind, s.attended, s.np
     from s join (select level, count(*)::int n from g_place group by 1) c on c.level = s.lv
     join g_place o on o.level = s.lv and o.k = floor(c.n * power(s.b, 1.5))::int`,
    [activities],
  )
  await owner.query('analyze g_session')
}

/** One session of a programme with its required answers, and a count that is easy to find again. */
function sampleOf(programme: Programme, attended: number): Common {
  const own = Object.entries(programme.fields).flatMap(([name, field]) =>
    field.optional ? [] : [[name, answerOf(field)]],
  )
  return { phase: 'held', fields: { title: '巾帼大宣讲', attended, ...Object.fromEntries(own), day: '2024-01-01' } }
}

function answerOf({ kind, options }: Field): unknown {
  if (kind === 'choices') return options?.slice(0, 1) ?? []
  return kind === 'count' ? 20 : (options?.[0] ?? '测量')
}

async function writeRecords(owner: Client): Promise<void> {
  await owner.query('create unlogged table g_kind (kind int, programme text, version int, fields jsonb)')
  for (const [kind, programme] of sessionProgrammes.entries()) {
    const { attended: _, day: __, ...fields } = sampleOf(programme, 0).fields
    await owner.query('insert into g_kind values ($1, $2, $3, $4)', [kind, programme.id, programme.version, fields])
  }
  const fields = `k.fields || jsonb_build_object('title', '巾帼大宣讲 第' || i || '场', 'day', day, 'attended', attended)`
  const nobody = `'00000000-0000-0000-0000-000000000000'`
  await owner.query(
    `insert into record (shard, id, unit, programme, version, phase, day, title, state, revision, by_person, at, changed)
     select shard, id, unit, k.programme, k.version, 'held', day, '巾帼大宣讲 第' || i || '场',
       jsonb_build_object('phase', 'held', 'fields', ${fields}), 1, ${nobody}, day, day from g_session join g_kind k using (kind) order by day, id`,
  )
  await owner.query(
    `insert into event (shard, record, seq, order_id, kind, data, unit, actor, post, day, at)
     select shard, id, 1, id, 'held', ${fields}, unit, ${nobody}, 'staff@1', day, day from g_session join g_kind k using (kind) order by day, id`,
  )
}

/** Which numbers a session of each programme makes is asked of the programme itself. Returns how many person links. */
async function writeNumbers(owner: Client, { house }: OpenHouse): Promise<number> {
  const mark = 77_777
  await owner.query('create unlogged table g_number (kind int, ind smallint, counts boolean, named boolean)')
  for (const [kind, programme] of sessionProgrammes.entries()) {
    const state = sampleOf(programme, mark)
    const named = { ...state, fields: { ...state.fields, people: [randomUUID()] } }
    const { ind, val, personInd } = numbersOf(house.book, house.programmes, programme, named, 'village')
    for (const [i, no] of ind.entries())
      await owner.query('insert into g_number values ($1, $2, $3, false)', [kind, no, val[i] === mark])
    // persons of the way of working as a whole are what the peers count
    const shared = house.book.no('activity.people')
    if (personInd.includes(shared))
      await owner.query('insert into g_number values ($1, $2, false, true)', [kind, shared])
  }
  await owner.query(
    `insert into measure (record, val, shard, unit, day, ind)
     select id, case when n.counts then attended else 1 end, shard, unit, day, n.ind from g_session join g_number n using (kind)
     where not n.named order by day, id`,
  )
  const { rowCount } = await owner.query(
    `insert into reached (record, person, shard, unit, day, ind)
     select distinct s.id, md5((v.place * 1000::bigint + floor(300 * v.x * v.x)::int)::text)::uuid, s.shard, s.unit, s.day, n.ind
     from g_session s join g_number n on n.kind = s.kind and n.named,
     lateral (select case when s.level = 5 and random() < 0.95 then s.unit else 5 + floor(random() * 13000)::int end place, random() x
       from generate_series(1, s.np) j where s.id is not null) v where s.np > 0`,
  )
  return rowCount ?? 0
}

async function people(owner: Client, { db }: OpenHouse): Promise<Omit<HttpGround, 'links'>> {
  const { rows } = await owner.query<{ no: number; level: number; shard: number }>(
    'select no, level, shard from unit where level in (1, 3, 5) order by no',
  )
  const [province] = rows.filter(row => row.level === 1)
  const busiest = await owner.query<{ unit: number }>(
    'select r.unit from record r join unit u on u.no = r.unit where u.level = 5 group by 1 order by count(*) desc, 1 limit 1',
  )
  const village = rows.find(row => row.no === busiest.rows[0]?.unit)
  if (!province || !village) throw new Error('the tree has no province or no village')
  const hash = await hashPassword(benchPassword)
  for (const [username, kind, at] of [
    ['staff', 'staff', province],
    ['village', 'chair', village],
  ] as const)
    await inContext(db, houseContext, async tx => {
      const person = randomUUID()
      const row = { person, shard: at.shard, unit: at.no, name: username, username, hash, mustChange: false }
      await addAccount(tx, { ...row, id: randomUUID(), credential: randomUUID() })
      await tx.query(
        `insert into appointment (shard, id, unit, kind, person, since, at) values ($1, $2, $3, $4, $5, '2020-01-01', now())`,
        [at.shard, randomUUID(), at.no, kind, person],
      )
    })
  const counties = rows.filter(row => row.level === 3).map(row => row.no)
  return { village: village.no, counties, province: province.no }
}

/** An order that records a session as a village does; everything else is the programme's usual. */
export function sessionOrder(programme: Programme, unit: number) {
  const day = `202${1 + Math.floor(Math.random() * 5)}-0${1 + Math.floor(Math.random() * 9)}-15`
  const { fields } = sampleOf(programme, 30)
  return {
    id: randomUUID() as string,
    programme: programme.id,
    command: mainCommand(programme),
    record: { id: randomUUID() as string },
    unit,
    input: { ...fields, day },
  }
}
