import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addDays, dayAt } from '#base/day'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { order, send } from '../cast/orders.ts'

const today = dayAt(Date.now())
const programme = 'trainings'
let house: StandingHouse
let county: Client
before(async () => {
  house = await standUp()
  county = await house.signIn('countyChair')
})
after(() => house.stop())

const people = (count: number) => Array.from({ length: count }, (_, i) => ({ id: randomUUID(), name: `学员${i + 1}` }))
const known = (some: { id: string }[]) => some.map(({ id }) => ({ id }))

test('a class is called, filled, held and followed up; many who apply at once overrun no place', async () => {
  const input = { title: '领头雁培训班', since: addDays(today, -5), places: 20, kind: 'lead-goose' }
  const { record } = await send(county, input, { programme, command: 'call' })
  const all = people(60)
  const tell = (command: string, said: Record<string, unknown>) =>
    county.call('perform', { body: order(said, { programme, command, record }) })
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, (_, i) => tell('apply', { applying: all.slice(5 * i, 5 * i + 5), consent: true })),
  )
  assert.deepEqual(
    outcomes.map(each => each.status),
    outcomes.map(() => 'fulfilled'),
  )
  await Promise.all(
    Array.from({ length: 12 }, (_, i) => tell('admit', { admitting: known(all.slice(5 * i, 5 * i + 5)) })),
  )
  const page = await county.call('record', { params: record })
  const shown = Object.fromEntries(page.fields.map(({ name, value }) => [name, value]))
  assert.deepEqual([shown.applicants, shown.admitted, shown.waiting], [60, 20, 40])

  const came = known(all.slice(0, 15))
  await tell('hold', { until: today, attended: 18, people: came, attendances: 80 })
  await tell('follow', { followed: came.slice(0, 2), led: 'in-post', on: today })
  const table = await county.call('figures', {
    body: {
      indicators: ['trainings.classes', 'trainings.trained', 'trainings.people', 'trainings.attendances'],
      unit: house.places.county.no,
      from: `${today.slice(0, 4)}-01-01`,
      to: today,
    },
  })
  assert.deepEqual(
    table.rows.map(row => row.cells[0]?.recorded),
    [1, 18, 15, 80],
  )
})

test('without consent nothing is kept', async () => {
  const input = { title: '读书班', since: today, places: 5, kind: 'cadres' }
  const { record } = await send(county, input, { programme, command: 'call' })
  const body = order({ applying: people(1), consent: false }, { programme, command: 'apply', record })
  const { body: told } = await county.refused('perform', { body })
  assert.equal(told.issues?.[0]?.rule, 'consent-needed')
})
