import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { House } from '#engine/house'
import { perform } from '#engine/perform'
import type { Actor } from '#federation/actor'
import { houseRules } from '#federation/house-rules'
import { reach } from '#federation/reach'
import type { Programme } from '#language'
import { inContext } from '#store/database'
import { causesSince } from '#views/causes'
import { groundIn } from '#views/place'
import { unitYear } from '#views/dashboard'
import { figureTable, type FigureDesk } from '#views/figures'
import { decodeStatement } from '#views/handle'
import { handleRecords } from '#views/handle-records'
import { ladder } from '#views/ladder'
import { openHandle, openStatement } from '#views/opened'
import { figureGround, type FigureGround } from './figures.ground.ts'
import { lecture, order, playedHouse } from './figures.played.ts'

let ground: FigureGround
let house: House
let staff: Actor
const now = Date.UTC(2026, 0, 10)
const year2025 = { from: '2025-01-01', to: '2025-12-31', tree: 'restated' as const }

const deskOf = (actor: Actor): FigureDesk => ({
  db: ground.db,
  book: house.book,
  reach: reach(actor, houseRules['figures.see']),
  now,
  ground: groundIn(ground.db),
})
before(async () => {
  ground = await figureGround()
  house = await playedHouse(ground)
  staff = await ground.appoint('staff', 1)
})
after(() => ground?.close())

test('what a village records climbs the ladder to the province at once; the ladder shows sums the village may not open', async () => {
  const [village] = ground.units.village as [number]
  const [, other] = ground.units.village as [number, number]
  const vice = await ground.appoint('vice', village)
  await perform(house, staff, lecture(other, 12))
  const { record } = await perform(house, vice, lecture(village, 30, { people: [{ id: randomUUID() }] }))
  const lectures = house.programmes.get('lectures') as Programme
  const see = reach(vice, lectures.access.see ?? [])
  const rungs = await ladder({ db: ground.db, book: house.book, now }, see, lectures, record)
  const attended = rungs.filter(rung => rung.indicator === 'lectures.attendances')
  assert.deepEqual(
    attended.map(rung => [rung.unit, rung.before, rung.after]),
    [
      [village, 0, 30],
      [4, 12, 42],
      [3, 12, 42],
      [2, 12, 42],
      [1, 12, 42],
    ],
  )
  const [own, above] = attended
  assert.equal((await openHandle(deskOf(vice), own?.handle ?? '')).cell.recorded, 30)
  await assert.rejects(openHandle(deskOf(vice), above?.handle ?? ''), { code: 'not-allowed' })
  const stranger = await ground.appoint('vice', other)
  const elsewhere = ladder(
    { db: ground.db, book: house.book, now },
    reach(stranger, lectures.access.see ?? []),
    lectures,
    record,
  )
  await assert.rejects(elsewhere, { code: 'not-found' })
})

test("a unit's year has every indicator at once, with the months of those that are drawn", async () => {
  const keys = house.book.keys
  const page = await unitYear(deskOf(staff), 1, 2025, keys, ['lectures.sessions', 'lectures.people'])
  assert.equal(page.cells.length, keys.length)
  const cell = (key: string) => page.cells.find(each => each.indicator === key)
  assert.deepEqual(
    [cell('lectures.sessions')?.recorded, cell('lectures.people')?.recorded, cell('job-fairs.hires')?.recorded],
    [2, 1, null],
  )
  assert.deepEqual(
    page.months.map(each => [each.name.indicator, each.values[2], each.values[3], each.lastYear[2]]),
    [
      ['lectures.sessions', 2, null, null],
      ['lectures.people', 1, null, null],
    ],
  )
})

test('opening figures and reported values stand apart and are never added', async () => {
  const before = await openTotal()
  const said = {
    indicator: 'lectures.sessions',
    value: 38_464,
    countUnit: '场',
    from: '2021-01-01',
    to: '2025-10-31',
    hedge: 'over',
    source: '报告第二部分',
  }
  const declared = await perform(
    house,
    staff,
    order('opening-figures', 'declare', 1, { ...said, report: '五年工作报告' }),
  )
  await perform(
    house,
    staff,
    order('reported-values', 'declare', 1, {
      ...said,
      value: 9,
      from: '2025-01-01',
      to: '2025-10-31',
      hedge: 'none',
      department: '省教育厅',
    }),
  )
  const after = await openTotal()
  assert.equal(after.recorded, before.recorded)
  assert.deepEqual(
    after.opening.map(aside => [aside.value, aside.hedge, aside.source]),
    [[38_464, 'over', '报告第二部分']],
  )
  assert.deepEqual(
    after.reported.map(aside => aside.value),
    [9],
  )
  const at = decodeStatement(after.opening[0]?.handle ?? '')
  assert.deepEqual(at, declared.record)
  assert.equal((await openStatement(deskOf(staff), declared.record)).fields.value, 38_464)
  const years = await figureTable(deskOf(staff), {
    indicators: ['lectures.sessions'],
    unit: 1,
    rows: 'indicators',
    columns: 'years',
    from: '2021-01-01',
    to: '2025-12-31',
    tree: 'restated',
  })
  assert.deepEqual(
    years.rows[0]?.cells.map(cell => [cell.opening.length, cell.reported.length]),
    [
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 1],
    ],
    'a value of five years belongs to no single one',
  )
  await assert.rejects(openStatement(deskOf(await ground.appoint('chair', 4)), declared.record), { code: 'not-found' })

  async function openTotal() {
    const table = await figureTable(deskOf(staff), {
      indicators: ['lectures.sessions'],
      unit: 1,
      rows: 'indicators',
      columns: 'none',
      from: '2021-01-01',
      to: '2025-12-31',
      tree: 'restated',
    })
    return table.rows[0]?.cells[0] as NonNullable<(typeof table.rows)[0]['cells'][0]>
  }
})

test('a later difference is told with its causes', async () => {
  const [village] = ground.units.village.slice(-1) as [number]
  const desk = deskOf(staff)
  const table = () =>
    figureTable(desk, {
      ...year2025,
      indicators: ['lectures.attendances'],
      unit: village,
      rows: 'indicators',
      columns: 'none',
    })
  const value = async () => (await table()).rows[0]?.cells[0]?.recorded ?? 0
  const done = []
  for (const attended of [10, 20, 30]) done.push(await perform(house, staff, lecture(village, attended)))
  const [was, handle] = [await value(), (await table()).rows[0]?.cells[0]?.handle ?? '']
  await new Promise(next => setTimeout(next, 5))
  const since = Date.now()
  await new Promise(next => setTimeout(next, 5))
  const change = (record: object, command: string, input: object) =>
    perform(house, staff, { ...order('lectures', command, village, input), record: record as { id: string } })
  await change(done[0]?.record ?? {}, 'correct', { reason: '数错了', attended: 14 })
  await change(done[1]?.record ?? {}, 'withdraw', { reason: '记重了' })
  await perform(house, staff, lecture(village, 7))
  const causes = await causesSince(desk, house.programmes, handle, since, { was, is: await value() })
  const byName = Object.fromEntries(causes.map(({ cause, change }) => [cause, change]))
  assert.deepEqual(byName, { corrected: 4, withdrawn: -20, entered: 7 })
  assert.deepEqual(await causesSince(desk, house.programmes, handle, Date.now(), { was: 60, is: 51 }), [
    { cause: 'tree', change: -9 },
  ])
})

test('small sensitive numbers are hidden above the unit they belong to, and cannot be told from what is left', async () => {
  const [a, b, c] = ground.units.village as [number, number, number]
  for (const [unit, times] of [
    [a, 2],
    [b, 9],
    [c, 6],
  ] as const)
    for (let i = 0; i < times; i++)
      await perform(
        house,
        staff,
        order('quiet', 'record', unit, { title: '座谈', day: '2025-06-01', attended: 3, kind: 'talk' }),
      )
  const township = await ground.appoint('chair', 4)
  const question = {
    ...year2025,
    indicators: ['quiet.sessions'],
    unit: 4,
    rows: 'children' as const,
    columns: 'none' as const,
  }
  const table = await figureTable(deskOf(township), question)
  assert.deepEqual(
    table.rows.map(row => [row.cells[0]?.recorded, row.cells[0]?.hidden]),
    [
      [null, 'small'],
      [9, null],
      [null, 'complement'],
    ],
  )
  assert.equal(table.total?.[0]?.recorded, 17)
  for (const row of table.rows.filter(each => each.cells[0]?.hidden)) {
    const handle = row.cells[0]?.handle ?? ''
    const opened = await openHandle(deskOf(township), handle)
    assert.deepEqual([opened.cell.recorded, opened.entries, opened.columns], [null, null, []])
    const list = await handleRecords(deskOf(township), new Map(), handle, { limit: 50 })
    assert.deepEqual(list, { rows: [], next: null, openable: 0, closed: 0, closedBecause: 'small' })
  }
  const own = await ground.appoint('chair', a)
  const mine = await figureTable(deskOf(own), {
    ...year2025,
    indicators: ['quiet.sessions'],
    unit: a,
    rows: 'indicators',
    columns: 'none',
  })
  assert.equal(mine.rows[0]?.cells[0]?.recorded, 2)
  await ground.owner.query(`insert into setting (unit, key, value, at) values (1, 'suppress.below', '2', now())`)
  const looser = await figureTable(deskOf(township), question)
  assert.deepEqual(
    looser.rows.map(row => row.cells[0]?.recorded),
    [2, 9, 6],
  )
})

test('row security: number tables are closed without the gate, and the gate opens for units held or above only', async () => {
  const [village, other] = ground.units.village as [number, number]
  const vice = await ground.appoint('vice', village)
  const tables = ['measure', 'reached', 'delta', 'rollup', 'chain_delta', 'chain']
  await inContext(ground.db, vice.context, async tx => {
    for (const table of tables) assert.equal((await tx.query(`select from ${table}`)).rowCount, 0, table)
    assert.equal((await tx.query('select from record where unit = $1', [other])).rowCount, 0)
    assert.ok(((await tx.query('select from record where unit = $1', [village])).rowCount ?? 0) > 0)
  })
  for (const unit of [village, 4, 3, 2, 1])
    await inContext(ground.db, vice.context, tx => tx.query('select open_sums($1)', [unit]))
  for (const unit of [other, 8, 12, 21])
    await assert.rejects(
      inContext(ground.db, vice.context, tx => tx.query('select open_sums($1)', [unit])),
      /outside the context/,
    )
  for (const table of tables) {
    assert.equal((await ground.db.query(`select from ${table}`)).rowCount, 0, `${table} without a context`)
    await assert.rejects(ground.db.query(`delete from ${table}`), /permission denied/)
  }
  const { context } = vice
  const touching = inContext(ground.db, context, tx =>
    tx.query(
      `select tally_many(array[gen_random_uuid()], array[3], array[$1::int], array[1::smallint], array['2025-01-01'::date], array[1::bigint])`,
      [other],
    ),
  )
  await assert.rejects(touching, /outside the context/)
  for (const inner of [
    'raise(null, null, null, null, null, null)',
    'carry_sums(null, null, null)',
    'carry_persons(null, null, null)',
  ])
    await assert.rejects(
      inContext(ground.db, context, tx => tx.query(`select ${inner}`)),
      /permission denied/,
    )
})
