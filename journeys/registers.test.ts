// Every programme is filled from a workbook with the heads its own list leaves with, and its list leaves as a workbook again.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayAt } from '#base/day'
import { levelNo, type Programme } from '#language'
import { mainCommand } from '#language/commands'
import { bookOf } from '#papers/sheets/ugly-registers'
import { readSheet } from '#papers/sheets/read-sheet'
import type { TargetField } from '#papers/sheets/sheet'
import { targetFields } from '#papers/sheets/target-fields'
import { programmes } from '#programmes/all'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import type { PlaceName } from '../cast/tree.ts'

const today = dayAt(Date.now())
let house: StandingHouse
const clients: Partial<Record<'countyChair' | 'provinceStaff', Client>> = {}
before(async () => {
  house = await standUp()
  clients.countyChair = await house.signIn('countyChair')
  clients.provinceStaff = await house.signIn('provinceStaff')
})
after(() => house.stop())

/** Where it may be recorded from a desk: whose desk, and for which unit. */
const desks = [
  ['countyChair', 'county'],
  ['countyChair', 'township'],
  ['countyChair', 'village'],
  ['provinceStaff', 'city'],
  ['provinceStaff', 'province'],
] as const satisfies readonly (readonly ['countyChair' | 'provinceStaff', PlaceName])[]

function deskOf(programme: Programme): { client: Client; unit: number } {
  const under = programme.access[mainCommand(programme)]?.every(({ where }) => where === 'under')
  const found = desks.find(
    ([, place]) =>
      (!programme.runsAt || programme.runsAt.some(level => levelNo[level] === house.places[place].level)) &&
      (!under || place === 'village'),
  )
  assert.ok(found, programme.id)
  return { client: clients[found[0]] as Client, unit: house.places[found[1]].no }
}

/** What an office writes into a column, different in each row where that is what tells rows apart. */
function cellOf({ type, choices = [], key, max = 60, min = 0, past }: TargetField, row: number): string | number {
  switch (type) {
    case 'day':
      return !past && ['until', 'due'].includes(key) ? '2027年1月5日' : `${today.slice(0, 4)}年1月${row + 5}日`
    case 'number':
      return Math.max(min, Math.min(max, 3))
    case 'choice':
    case 'choices':
      return choices[row % choices.length]?.label ?? ''
    case 'yes-no':
      return '是'
    case 'people':
    case 'person':
      return `名单${'甲乙丙'[row]}`
    case 'unit':
      return house.places.village.name
    default:
      return `${'第一二三'[row + 1]}件${key}`.slice(0, max)
  }
}

const oneOfEachKind = new Set(['committee-women'])

for (const programme of programmes)
  test(`${programme.id}: three rows of a workbook become three records, once, and leave as three rows again`, async () => {
    const { client, unit } = deskOf(programme)
    const fields = targetFields(programme).filter(
      each => (each.required || each.label.includes('同意')) && each.key !== 'unit',
    )
    // a list that may hold one line of each kind is filled with as many lines as there are kinds
    const kinds = fields.flatMap(({ choices, type }) => (type === 'choice' && choices ? choices.length : []))
    const many = oneOfEachKind.has(programme.id) ? Math.min(3, ...kinds) : 3
    const rows = Array.from({ length: many }, (_, row) => fields.map(each => cellOf(each, row)))
    const file = await bookOf({ name: '台账', rows: [['台账'], fields.map(each => each.label), ...rows] })
    const body = { programme: programme.id, unit, name: '台账.xlsx', file: Buffer.from(file).toString('base64') }
    const opened = await client.call('startImport', { body })
    const columns = Object.fromEntries(opened.heads.map(each => [each.column, each.field]))
    assert.deepEqual(
      opened.heads.map(each => each.field).toSorted(),
      fields.map(each => each.key).toSorted(),
      'every head is recognised by its own name',
    )
    const run = async (id: string) => client.call('runImport', { params: { id }, body: { columns } })
    const done = await run(opened.id)
    assert.deepEqual([done.rows.good, done.rows.bad], [many, 0], JSON.stringify(done.problems))
    const again = await run((await client.call('startImport', { body })).id)
    assert.deepEqual([again.rows.good, again.rows.repeated], [0, many], JSON.stringify(again.problems))

    const answer = await client.fetch(`/api/records.xlsx?programme=${programme.id}&unit=${unit}&only=here`)
    assert.equal(answer.status, 200)
    const left: string[][] = []
    for await (const row of (await readSheet(new Uint8Array(await answer.arrayBuffer()))).rows)
      left.push(row.cells.map(cell => String(cell ?? '')))
    assert.equal(left.length, 3 + many)
    const heads = left[2] ?? []
    const text = fields.find(each => each.type === 'text')
    if (text && heads.includes(text.label))
      assert.deepEqual(
        left
          .slice(3)
          .map(row => row[heads.indexOf(text.label)])
          .toSorted(),
        rows.map(row => String(row[fields.indexOf(text)])).toSorted(),
      )
  })
