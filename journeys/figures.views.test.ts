import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Problem } from '#base/problem'
import { foldAll } from '#engine/fold'
import type { House } from '#engine/house'
import { perform } from '#engine/perform'
import { performTree } from '#engine/tree-order'
import type { Actor } from '#federation/actor'
import { houseRules } from '#federation/house-rules'
import { reach } from '#federation/reach'
import { basesOf } from '#views/definitions'
import { groundIn } from '#views/place'
import { digest } from '#views/digest'
import { figureTable, type FigureDesk } from '#views/figures'
import { decodeHandle, encodeHandle, type Handle, type Tree } from '#views/handle'
import { handleRecords, type FigureRecord, type Sees } from '#views/handle-records'
import { openHandle } from '#views/opened'
import { figureGround, type FigureGround } from './figures.ground.ts'
import { plainly } from './figures.truth.ts'
import { dayBetween, dice, order, play, playedHouse, type Dice } from './figures.played.ts'

let ground: FigureGround
let house: House
let staff: Actor
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const roll = dice(seed)
const now = Date.UTC(2026, 0, 10)

const deskOf = (actor: Actor): FigureDesk => ({
  db: ground.db,
  book: house.book,
  reach: reach(actor, houseRules['figures.see']),
  now,
  ground: groundIn(ground.db),
})
const seesOf = (actor: Actor): Sees =>
  new Map([...house.programmes].map(([id, programme]) => [id, reach(actor, programme.access.see ?? [])]))

before(async () => {
  ground = await figureGround()
  house = await playedHouse(ground)
  staff = await ground.appoint('staff', 1)
  const admin = await ground.appoint('admin', 1)
  const { units } = ground
  const all = Object.values(units).flat()
  await play(house, staff, roll, all, 120)
  await foldAll(ground.db)
  const [county, other] = units.county as [number, number]
  const [township] = units.township as [number]
  const change = (since: string, rest: object) =>
    performTree(house, admin, { id: randomUUID(), since, ...rest } as never)
  await change('2024-05-10', { command: 'move', unit: township, parent: other })
  await change('2024-09-01', { command: 'move', unit: units.county[3], parent: units.prefecture[0] })
  await change('2025-02-01', { command: 'move', unit: township, parent: county })
  await change('2024-07-15', { command: 'merge', unit: units.village[8], into: units.village[9] })
  const open = all.filter(unit => unit !== units.village[8])
  await play(house, staff, roll, open, 120)
  const input = { title: '座谈', day: '2024-03-08', attended: 3, kind: 'talk' }
  await perform(house, staff, order('quiet', 'record', units.village[0] as number, input))
})
after(() => ground?.close())

const indicators = [
  'circles.standing',
  'circles.places',
  'circles.founded',
  'circles.readingShare',
  'circles.moves',
  'gatherings.sessions',
  'gatherings.attendances',
  'gatherings.people',
  'gatherings.families',
  'gatherings.each',
  'activity.sessions',
  'activity.people',
]
const slices: Record<string, string[]> = {
  'circles.standing': ['kind=reading'],
  'gatherings.sessions': ['kind=talk', 'kind=outing'],
  'gatherings.people': ['kind=talk'],
}

function someHandle(
  roll: Dice,
  units: readonly number[],
  trees: readonly Tree[] = ['restated', 'as-was', 'alone'],
): Handle {
  const indicator = roll.of(indicators)
  const slice = roll.of(['', ...(slices[indicator] ?? [])])
  const [from, to] =
    roll.next() < 0.4
      ? [`${2023 + roll.below(2)}-01-01`, '2025-12-31']
      : [dayBetween(roll, 2022, 2025), dayBetween(roll, 2022, 2025)].sort()
  return {
    indicator,
    slice,
    version: 1,
    unit: roll.of(units),
    tree: roll.of(trees),
    from: from ?? '',
    to: to ?? '',
    asOf: now,
  }
}

async function allRecords(actor: Actor, text: string, limit: number) {
  const rows: FigureRecord[] = []
  for (let after: string | undefined; ; ) {
    const page = await handleRecords(deskOf(actor), seesOf(actor), text, { after, limit })
    rows.push(...page.rows)
    if (page.next === null) return { ...page, rows }
    assert.ok(page.rows.length > 0, 'a page that is not the last has rows')
    after = page.next
  }
}

test('any handle opens to its value, and its list is exactly the records that make it', async t => {
  t.diagnostic(`SEED=${seed}`)
  const units = Object.values(ground.units).flat()
  let [nonzero, partial] = [0, 0]
  for (let round = 0; round < 160; round++) {
    if (round === 80) await foldAll(ground.db)
    const handle = someHandle(roll, units)
    const text = encodeHandle(handle)
    const truth = await plainly(ground.owner, house, handle)
    const opened = await openHandle(deskOf(staff), text)
    const told = `SEED=${seed} ${text}`
    assert.equal(opened.cell.recorded ?? 0, truth.value, told)
    assert.equal(opened.entries, truth.entries, told)
    const list = await allRecords(staff, text, 1 + roll.below(30))
    assert.equal(list.closed, 0)
    assert.equal(list.openable, truth.entries, told)
    assert.equal(list.rows.length, truth.entries, told)
    const kind = house.book.definition(handle.indicator)?.kind ?? ''
    if (['flow', 'stock', 'total'].includes(kind))
      assert.equal(
        list.rows.reduce((sum, row) => sum + row.value, 0),
        truth.value,
        told,
      )
    for (const [i, row] of list.rows.entries())
      if (i) assert.ok((list.rows[i - 1]?.day ?? '') >= row.day, 'newest first')
    if (['flow', 'stock'].includes(kind) && opened.split.length)
      assert.equal(
        handle.tree === 'as-was' ? truth.value : opened.split.reduce((sum, part) => sum + (part.cell.recorded ?? 0), 0),
        truth.value,
        told,
      )
    if (kind === 'flow')
      assert.equal(
        opened.columns.reduce((sum, column) => sum + (column.value ?? 0), 0),
        truth.value,
        told,
      )
    nonzero += truth.value ? 1 : 0
    partial += handle.from.endsWith('-01') ? 0 : 1
  }
  assert.ok(nonzero > 60 && partial > 40, `${nonzero} were not 0, ${partial} began within a month`)
})

test('every cell of a table is what its handle opens to', async () => {
  const { units } = ground
  const period = { from: '2023-03-10', to: '2025-11-20' }
  for (const tree of ['restated', 'as-was'] as const) {
    const whole = indicators
    const tables = [
      await figureTable(deskOf(staff), {
        ...period,
        tree,
        indicators: whole,
        unit: 1,
        rows: 'children',
        columns: 'indicators',
      }),
      await figureTable(deskOf(staff), {
        ...period,
        tree,
        indicators: ['gatherings.people'],
        unit: 1,
        rows: 'counties',
        columns: 'months',
      }),
      await figureTable(deskOf(staff), {
        ...period,
        tree,
        indicators: ['circles.standing'],
        unit: units.county[0] as number,
        rows: 'children',
        columns: 'years',
      }),
      await figureTable(deskOf(staff), {
        ...period,
        tree,
        indicators: [...whole, 'gatherings.sessions/kind=talk'],
        unit: units.township[0] as number,
        rows: 'indicators',
        columns: 'years',
      }),
    ]
    for (const table of tables) {
      assert.ok(table.rows.length > 1 && table.rows.every(row => row.cells.length === table.columns.length))
      const cells = [...table.rows.flatMap(row => row.cells), ...(table.total ?? [])]
      for (const cell of Array.from({ length: 25 }, () => roll.of(cells))) {
        const truth = await plainly(ground.owner, house, decodeHandle(cell.handle))
        assert.equal(cell.recorded ?? 0, truth.value, `SEED=${seed} ${cell.handle}`)
      }
    }
  }
})

test('those with less reach draw fewer records, are told how many they may not open, and are refused what lies elsewhere', async () => {
  const { units } = ground
  const roles = [
    await ground.appoint('staff', units.county[1] as number),
    await ground.appoint('chair', units.township[0] as number),
    await ground.appoint('executive', units.village[0] as number),
    await ground.appoint('lecturer', units.village[0] as number),
  ]
  let [closed, refused] = [0, 0]
  for (const actor of roles) {
    const home = actor.posts[0]?.unit ?? 0
    const seen = seesOf(actor)
    const office = ['staff', 'chair'].includes(actor.posts[0]?.kind ?? '')
    const below = (
      await ground.owner.query(`select unit from unit_ancestor where ancestor = $1 and until = 'infinity'`, [home])
    ).rows.map(row => row.unit)
    const outside = Object.values(units)
      .flat()
      .filter(unit => !below.includes(unit))
    for (let round = 0; round < 25; round++) {
      const some = someHandle(roll, office ? below : [home])
      // the first is one that holds what not everybody may open
      const all = {
        indicator: 'activity.sessions',
        slice: '',
        unit: home,
        tree: 'restated' as const,
        from: '2022-01-01',
      }
      const handle = round === 0 ? { ...some, ...all, to: '2025-12-31' } : some
      const text = encodeHandle(handle)
      const truth = await plainly(ground.owner, house, handle)
      const list = await allRecords(actor, text, 7)
      const told = `SEED=${seed} ${actor.posts[0]?.kind} ${text}`
      assert.equal((await openHandle(deskOf(actor), text)).cell.recorded ?? 0, truth.value, told)
      assert.equal(list.openable + list.closed, truth.entries, told)
      assert.equal(list.rows.length, list.openable, told)
      assert.equal(list.closedBecause, list.closed ? 'not-yours' : null)
      for (const row of list.rows) assert.ok(seen.has(row.programme))
      closed += list.closed
      await assert.rejects(
        openHandle(deskOf(actor), encodeHandle({ ...handle, unit: roll.of(outside) })),
        (error: unknown) => error instanceof Problem && error.code === 'not-allowed',
      )
      refused++
    }
  }
  assert.ok(closed > 0, `${closed} entries were counted and not drawn`)
  assert.equal(refused, 100)
})

test('the digest stands while nothing changes, and changes with the records', async () => {
  const handle = encodeHandle({
    indicator: 'gatherings.attendances',
    slice: '',
    version: 1,
    unit: 1,
    tree: 'restated',
    from: '2023-01-01',
    to: '2025-12-31',
    asOf: now,
  })
  const first = await digest(deskOf(staff), handle)
  await foldAll(ground.db)
  assert.deepEqual(await digest(deskOf(staff), handle), first)
  assert.equal(first.entries, (await openHandle(deskOf(staff), handle)).entries)
  await play(house, staff, dice(7), [ground.units.village[0] as number], 6)
  assert.notEqual((await digest(deskOf(staff), handle)).sha256, first.sha256)
  assert.ok(basesOf(house.book, { indicator: 'circles.readingShare', slice: '' }).length === 2)
})
