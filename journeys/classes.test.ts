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

test('who passes has a numbered certificate anybody can check, with part of her name', async () => {
  const input = { title: '巾帼夜校结业班', since: addDays(today, -5), attended: 3, kind: 'cadres' }
  const some = people(3)
  const { record } = await send(county, { ...input, people: some }, { programme, command: 'record' })
  const pass = (of: { id: string }[]) =>
    county.call('perform', { body: order({ passing: known(of), on: today }, { programme, command: 'pass', record }) })
  await pass(some.slice(0, 1))
  await pass(some.slice(1, 2))
  const page = await county.call('record', { params: record })
  const number = String(page.fields.find(({ name }) => name === 'certificate')?.value)
  assert.match(number, new RegExp(`^${today.slice(0, 4)}-\\d{4}$`))
  assert.equal(page.publicPage?.kind, 'class')
  const read = async (place: number | string) => {
    const answer = await fetch(`${page.publicPage?.url}${place}`)
    return { status: answer.status, html: await answer.text() }
  }
  const second = await read('.2')
  assert.equal(second.status, 200)
  assert.ok(second.html.includes(`${number}-02`))
  assert.match(second.html, /学\*2/)
  assert.ok(!second.html.includes('学员2'))
  for (const none of ['', '.3', '.0', '.99999']) assert.equal((await read(none)).status, 404, none)
  await county.call('perform', { body: order({ reason: '记错了' }, { programme, command: 'withdraw', record }) })
  assert.equal((await read('.1')).status, 404)
})

test('without consent nothing is kept', async () => {
  const input = { title: '读书班', since: today, places: 5, kind: 'cadres' }
  const { record } = await send(county, input, { programme, command: 'call' })
  const body = order({ applying: people(1), consent: false }, { programme, command: 'apply', record })
  const { body: told } = await county.refused('perform', { body })
  assert.equal(told.issues?.[0]?.rule, 'consent-needed')
})
