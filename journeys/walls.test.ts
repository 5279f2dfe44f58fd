import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { inContext, type Context } from '#store/database'
import { standUp, type StandingHouse } from '../cast/house.ts'
import { lecture, send } from '../cast/orders.ts'
import type { Role } from '../cast/people.ts'
import type { PlaceName } from '../cast/tree.ts'

let house: StandingHouse
const workers: [Role, PlaceName][] = [
  ['villageChair', 'village'],
  ['neighbour', 'otherVillage'],
  ['farChair', 'farVillage'],
  ['townStaff', 'township'],
  ['countyStaff', 'county'],
  ['stranger', 'farCounty'],
]
before(async () => {
  house = await standUp()
  for (const [role] of workers) {
    const client = await house.signIn(role)
    await send(client, {
      ...lecture,
      people: [{ id: randomUUID(), name: '甲某' }],
      families: [{ id: randomUUID(), name: '乙家' }],
    })
  }
  // every table that lies behind the wall has something to hide
  await house.platform.open.asOwner(async owner => {
    const at = 'select shard, gen_random_uuid(), no'
    await owner.query(`insert into guarded (shard, owner, unit, field, sealed) ${at}, 'story', 'x' from unit`)
    await owner.query(`insert into post (shard, unit, kind, seats) select shard, no, 'chair', 1 from unit`)
    await owner.query(`insert into report (shard, id, unit, kind, title, body, by_person, at, changed)
      ${at}, 'old', 'x', '{}', gen_random_uuid(), now(), now() from unit`)
    await owner.query(`insert into issue (shard, id, unit, report, handle, definition, digest, signature, at)
      ${at}, gen_random_uuid(), 'h', 1, 'd', 's', now() from unit`)
    await owner.query(`insert into file (shard, id, unit, kind, name, type, sha256, bytes, by_person, at)
      ${at}, 'x', 'x', 'x', 'x', '', gen_random_uuid(), now() from unit`)
    await owner.query(`insert into notice (shard, id, unit, kind, data, at) ${at}, 'x', '{}', now() from unit`)
  })
})
after(() => house.stop())

const tables = 'person household guarded post appointment record event report issue file notice'.split(' ')
/** Behind one gate for a whole transaction, which opens only for a unit the context holds or lies below. */
const numbers = 'measure reached delta rollup chain_delta chain'.split(' ')
const unitsIn = async (context: Context | undefined, table: string): Promise<number[]> => {
  const { db } = house.platform.office
  const text = `select distinct unit from ${table} order by unit`
  const { rows } = context ? await inContext(db, context, tx => tx.query(text)) : await db.query(text)
  return rows.map(row => row.unit)
}
const nobody: Context = { all: false, shards: [], units: [], actor: randomUUID() }

test('without a context, or with that of somebody who holds no post, no table shows a row', async () => {
  for (const table of tables) {
    assert.deepEqual(await unitsIn(undefined, table), [], table)
    assert.deepEqual(await unitsIn(nobody, table), [], table)
    const all = await unitsIn({ ...nobody, all: true }, table)
    assert.ok(all.length >= workers.length, `${table} has nothing to hide`)
  }
})

test('whatever units and shards a context holds, every table shows those and no others', async () => {
  const every = Object.values(house.places)
  const some = fc.subarray(every)
  await fc.assert(
    fc.asyncProperty(some, some, fc.constantFrom(...tables), async (units, shards, table) => {
      const held = { ...nobody, units: units.map(each => each.no), shards: shards.map(each => each.no) }
      const expected = every.filter(each => held.units.includes(each.no) || held.shards.includes(each.shard))
      const shown = await unitsIn(held, table)
      assert.ok(
        shown.every(unit => expected.some(each => each.no === unit)),
        `${table} shows too much`,
      )
      const there = await unitsIn({ ...nobody, all: true }, table)
      assert.deepEqual(
        shown,
        there.filter(unit => expected.some(each => each.no === unit)),
      )
    }),
    { numRuns: 80 },
  )
})

test('numbers show nothing before their gate is opened, and it does not open for a unit elsewhere', async () => {
  const { db } = house.platform.office
  const { village, farVillage, county } = house.places
  const here: Context = { ...nobody, units: [village.no] }
  for (const table of numbers) assert.deepEqual(await unitsIn(here, table), [], table)
  const opened = (unit: number) =>
    inContext(db, here, async tx => {
      await tx.query('select open_sums($1)', [unit])
      return (await tx.query('select count(*)::int as n from measure where unit = $1', [village.no])).rows[0].n
    })
  assert.ok((await opened(village.no)) > 0)
  assert.ok((await opened(county.no)) > 0)
  await assert.rejects(opened(farVillage.no), /outside the context/)
})

test('an open gate shows no measure and no person of another county, and of units above only sums', async () => {
  const { db } = house.platform.office
  const { village, otherVillage, township, county, city, farVillage, farTownship, farCounty } = house.places
  const inCounty: Context = { ...nobody, shards: [county.no], units: [county.no] }
  const inVillage: Context = { ...nobody, units: [village.no] }
  const opened = <Row>(context: Context, unit: number, text: string, values: unknown[] = []) =>
    inContext(db, context, async tx => {
      await tx.query('select open_sums($1)', [unit])
      return (await tx.query(text, values)).rows as Row[]
    })
  const unitsOf = async (context: Context, unit: number, table: string) =>
    (await opened<{ unit: number }>(context, unit, `select distinct unit from ${table}`)).map(row => row.unit)
  for (const table of ['measure', 'reached']) {
    const shown = await unitsOf(inCounty, county.no, table)
    assert.ok(shown.includes(village.no) && shown.includes(otherVillage.no), table)
    for (const far of [farVillage, farTownship, farCounty]) {
      assert.ok(!shown.includes(far.no), table)
      const asked = await opened(inCounty, county.no, `select from ${table} where unit = $1`, [far.no])
      assert.equal(asked.length, 0)
    }
    for (const unit of [village, township, county, city])
      assert.deepEqual(await unitsOf(inVillage, unit.no, table), [village.no], table)
  }
  const sums = 'select * from counted_sums($1, $2, $3, false, null, 0, false)'
  const persons = `select * from counted_persons($1, $2, $3, false, false, array(select no from indicator), 0)`
  const edges = `select * from edge_persons($1, array(select no from indicator), array[$2::date], array[$3::date], null, null)`
  const ever = (unit: { no: number }) => [[unit.no], '2000-01-01', '2040-12-31']
  for (const text of [sums, persons, edges]) {
    assert.ok((await opened(inCounty, county.no, text, ever(village))).length > 0, text)
    await assert.rejects(opened(inCounty, county.no, text, ever(farVillage)), /outside the context/)
    await assert.rejects(opened(inVillage, village.no, text, ever(otherVillage)), /outside the context/)
    await assert.rejects(
      inContext(db, inCounty, tx => tx.query(text, ever(village))),
      /not open/,
    )
  }
  assert.ok((await opened(inVillage, village.no, sums, ever(township))).length > 0)
  for (const text of [persons, edges])
    await assert.rejects(opened(inVillage, village.no, text, ever(township)), /outside the context/)
})

test('looking up what records say finds those of the context, and none of another county', async () => {
  const { db } = house.platform.office
  const { village, county, farVillage } = house.places
  const found = async (context: Context, text: string) =>
    (
      await inContext(db, context, tx =>
        tx.query('select f.id, f.shard from records_saying($1, $2, 1000) f', [text, '{}']),
      )
    ).rows as { id: string; shard: number }[] // the function's own columns
  const everywhere = await found({ ...nobody, all: true }, '大宣')
  assert.ok(everywhere.some(row => row.shard === farVillage.shard))
  assert.deepEqual(await found(nobody, '大宣'), [])
  const inCounty = await found({ ...nobody, shards: [county.no] }, '大宣')
  assert.deepEqual(
    inCounty.map(row => row.id).toSorted(),
    everywhere
      .filter(row => row.shard === county.shard)
      .map(row => row.id)
      .toSorted(),
  )
  assert.equal((await found({ ...nobody, units: [village.no] }, '讲')).length, 1)
  assert.equal((await found({ ...nobody, units: [village.no] }, '宣大')).length, 0)
})

test('nothing is written into a unit outside the context, not even through the functions that keep numbers', async () => {
  const { db } = house.platform.office
  const { village, farVillage } = house.places
  const here: Context = { ...nobody, units: [village.no] }
  const tries = [
    `insert into person (shard, id, unit, name, at) values (${farVillage.shard}, gen_random_uuid(), ${farVillage.no}, 'x', now())`,
    `update record set unit = ${farVillage.no}, shard = ${farVillage.shard}`,
    `select tally(gen_random_uuid(), ${farVillage.shard}, ${farVillage.no}, '{}', '{1}', '{2026-01-01}', '{5}')`,
    `select touch(gen_random_uuid(), ${farVillage.shard}, ${farVillage.no}, '{}', '{}', '{}', '{1}', array[gen_random_uuid()], '{2026-01-01}')`,
  ]
  for (const text of tries)
    await assert.rejects(
      inContext(db, here, tx => tx.query(text)),
      (error: { code?: string }) => error.code === '42501',
      text,
    )
  const gone = await inContext(db, here, tx => tx.query(`delete from person where unit = ${farVillage.no}`))
  assert.equal(gone.rowCount, 0)
})

test('a context ends with its transaction: the next user of the connection has none', async () => {
  const { db } = house.platform.office
  await Promise.all(
    Array.from({ length: 20 }, () => inContext(db, { ...nobody, all: true }, tx => tx.query('select 1'))),
  )
  for (const text of ['select count(*)::int as n from record', `select count(*)::int as n from person`])
    assert.deepEqual((await db.query(text)).rows, [{ n: 0 }])
})

test('hostile texts are texts', async () => {
  const client = await house.signIn('villageChair')
  const hostile = `'); drop table record; -- %_\\ \u0000`.replace('\u0000', '')
  await send(client, { ...lecture, title: hostile })
  const found = await client.call('records', { query: { q: "'); drop table" } })
  assert.equal(found.rows.length, 1)
  for (const q of [hostile, '%', '_', '\\', '"', "''"]) {
    await client.call('records', { query: { q } })
    await client.call('findUnits', { query: { q } })
    await client.call('findPeople', { query: { q } })
  }
  assert.deepEqual((await client.call('findPeople', { query: { q: '%' } })).rows, [])
})

test('what a village did before it moved away stays open to the figures of its old county, and to nobody else there', async () => {
  const { db } = house.platform.office
  const { otherVillage, township, county, farTownship, farCounty } = house.places
  const keeper = await house.signIn('keeper')
  const move = { id: randomUUID(), unit: otherVillage.no, parent: farTownship.no, since: '2025-01-01' }
  await keeper.call('changeTree', { body: { command: 'move', ...move } })
  // her county without the village, as its staff hold it today
  const left = Object.values(house.places).filter(each => each.shard === county.shard && each.no !== otherVillage.no)
  const held: Context = { ...nobody, units: left.map(each => each.no) }
  const shown = (unit: number, text: string, values: unknown[]) =>
    inContext(db, held, async tx => {
      await tx.query('select open_sums($1)', [unit])
      return (await tx.query(text, values)).rows.length
    })
  const persons = `select * from counted_persons($1, '2000-01-01', '2040-12-31', false, true, array(select no from indicator), 0)`
  for (const table of ['measure', 'reached']) {
    const rows = `select from ${table} where unit = $1`
    assert.ok((await shown(county.no, rows, [otherVillage.no])) > 0)
    assert.equal(await shown(township.no, rows, [otherVillage.no]), 0)
  }
  assert.ok((await shown(county.no, persons, [[otherVillage.no]])) > 0)
  await assert.rejects(shown(township.no, persons, [[otherVillage.no]]), /outside the context/)
  await assert.rejects(shown(county.no, persons, [[farCounty.no]]), /outside the context/)
})
