import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Fields, Programme, Rule } from '#language'
import { levelNo } from '#language'
import { fieldsOf, mainCommand } from '#language/commands'
import { programmes } from '#programmes/all'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { order, send } from '../cast/orders.ts'
import { cast, type Role } from '../cast/people.ts'
import type { PlaceName } from '../cast/tree.ts'

// Told here once more, and differently from how the house decides it: who lies above whom, and what a rule means.
const above: Record<PlaceName, PlaceName[]> = {
  province: [],
  city: ['province'],
  county: ['city', 'province'],
  township: ['county', 'city', 'province'],
  village: ['township', 'county', 'city', 'province'],
  nextVillage: ['township', 'county', 'city', 'province'],
  otherTownship: ['county', 'city', 'province'],
  otherVillage: ['otherTownship', 'county', 'city', 'province'],
  farCounty: ['city', 'province'],
  farTownship: ['farCounty', 'city', 'province'],
  farVillage: ['farTownship', 'farCounty', 'city', 'province'],
}
const places = Object.keys(above) as PlaceName[]
const roles = Object.keys(cast) as Role[]
const postsOf = (role: Role) => cast[role].posts as readonly (readonly [string, PlaceName])[]
const may = (role: Role, rules: readonly Rule[], place: PlaceName, hers = false) =>
  postsOf(role).some(([kind, at]) =>
    rules.some(rule => {
      if (rule.post !== kind) return false
      const inReach = at === place || above[place].includes(at)
      if (rule.where === 'here') return at === place
      if (rule.where === 'under') return above[place].includes(at)
      return rule.where === 'below' ? inReach : hers && inReach
    }),
  )

let house: StandingHouse
const clients = {} as Record<Role, Client>
before(async () => {
  house = await standUp()
  for (const role of roles) clients[role] = await house.signIn(role)
})
after(() => house.stop())

/** The least a command asks for, so that only rights can stand in the way. */
function least(fields: Fields): Record<string, unknown> {
  const needed = Object.entries(fields).filter(([, field]) => !field.optional && field.usual === undefined)
  return Object.fromEntries(needed.map(([name, field]) => [name, answers[field.kind](field.options ?? [])]))
}
const someone = () => ({ id: randomUUID(), name: '某某' })
const answers: Record<Fields[string]['kind'], (options: readonly string[]) => unknown> = {
  text: () => randomUUID().slice(0, 20),
  note: () => '说明',
  count: () => 1,
  amount: () => 100,
  number: () => 1,
  day: () => '2026-01-05',
  choice: options => options[0],
  choices: options => options.slice(0, 1),
  'yes-no': () => true,
  person: () => someone(),
  people: () => [someone()],
  households: () => [someone()],
  place: () => ({ address: '村委会' }),
  unit: () => 1,
  record: () => ({ shard: 1, id: randomUUID() }),
  indicator: () => 'lectures.sessions',
  slice: () => 'level=village',
  shares: () => ({ 1: 1 }),
  questions: () => ['还缺什么'],
  replies: () => ['不缺'],
  checks: options => ({ passed: options.slice(0, 1), failed: [] }),
}

/** 'yes' when only something else than rights stood in the way. */
const outcome = (sending: Promise<unknown>): Promise<string> =>
  sending.then(
    () => 'yes',
    error =>
      ['not-allowed', 'not-found'].includes(error.body?.code) ? 'no' : error.status < 500 ? 'yes' : String(error),
  )

const begins = (programme: Programme) =>
  Object.entries(programme.pattern.commands).flatMap(([name, command]) => (command.begins ? [name] : []))
const runsAt = (programme: Programme, place: PlaceName) =>
  !programme.runsAt || programme.runsAt.some(level => levelNo[level] === house.places[place].level)

for (const programme of programmes)
  test(`${programme.id}: every post at every place begins exactly what its rules say`, async () => {
    const wrong: string[] = []
    for (const command of begins(programme))
      for (const place of places.filter(each => runsAt(programme, each)))
        for (const role of roles) {
          const input = least(fieldsOf(programme, command) ?? {})
          const unit = house.places[place].no
          const sent = clients[role].call('perform', { body: order(input, { programme: programme.id, command, unit }) })
          const expected = may(role, programme.access[command] ?? [], place) ? 'yes' : 'no'
          const got = await outcome(sent)
          if (got !== expected) wrong.push(`${role} ${command} at ${place}: ${got}, expected ${expected}`)
        }
    assert.deepEqual(wrong, [])
  })

test('every post at every place moves on exactly the records its rules say', async () => {
  const wrong: string[] = []
  for (const id of ['lectures', 'womens-homes', 'office-staff']) {
    const programme = programmes.find(each => each.id === id)
    if (!programme) throw new Error(id)
    for (const place of ['village', 'township', 'farVillage'] as const)
      for (const command of Object.keys(programme.pattern.commands).filter(each => !begins(programme).includes(each)))
        for (const role of roles) {
          const unit = house.places[place].no
          const main = mainCommand(programme)
          const input = least(fieldsOf(programme, main) ?? {})
          const { record } = await send(clients.keeper, input, { programme: id, command: main, unit }).catch(() =>
            send(clients.provinceStaff, input, { programme: id, command: main, unit }),
          )
          const asked = order(least(fieldsOf(programme, command) ?? {}), { programme: id, command, record })
          const expected = may(role, programme.access[command] ?? [], place) ? 'yes' : 'no'
          const got = await outcome(clients[role].call('perform', { body: asked }))
          if (got !== expected) wrong.push(`${role} ${id}.${command} at ${place}: ${got}, expected ${expected}`)
        }
  }
  assert.deepEqual(wrong, [])
})

test('every post sees exactly the records its rules say, in lists, pages, searches and sheets', async () => {
  const marked = `标记${randomUUID().slice(0, 8)}`
  const records = new Map<string, PlaceName>()
  for (const place of places) {
    const input = { title: marked, attended: 3, setting: 'village', form: 'talk' }
    const { record } = await send(clients.provinceStaff, input, { unit: house.places[place].no })
    records.set(record.id, place)
  }
  const see = programmes.find(each => each.id === 'lectures')?.access.see ?? []
  for (const role of roles) {
    const expected = places.filter(place => may(role, see, place)).toSorted()
    const listed = (await clients[role].call('records', { query: { q: marked, limit: 100 } })).rows
    assert.deepEqual(listed.map(row => records.get(row.id) ?? '?').toSorted(), expected, `${role} lists`)
    for (const [id, place] of records) {
      const { shard } = house.places[place]
      const page = await outcome(clients[role].call('record', { params: { shard, id } }))
      assert.equal(page, expected.includes(place) ? 'yes' : 'no', `${role} opens ${place}`)
    }
    for (const place of places) {
      const asked = { unit: house.places[place].no, only: 'here', q: marked, limit: 100 } as const
      const rows = (await clients[role].call('records', { query: asked })).rows.length
      assert.equal(rows, expected.includes(place) ? 1 : 0, `${role} at ${place}`)
    }
  }
})

test('a page of the day opens for whoever works there or above, and nobody else', async () => {
  for (const role of roles)
    for (const place of places) {
      const got = await outcome(clients[role].call('today', { query: { unit: house.places[place].no } }))
      const [[, at] = ['', undefined]] = postsOf(role)
      assert.equal(got, at && (at === place || above[place].includes(at)) ? 'yes' : 'no', `${role} at ${place}`)
    }
})

test('nobody signed in gets anything but the doors of the first start, and what a code she was given opens', async () => {
  const { paths } = await import('#contract/paths')
  for (const [door, [method, path]] of Object.entries(paths)) {
    const url =
      house.platform.url +
      path.replace(':no', '1').replace(':shard', '1').replace(':id', randomUUID()).replace(':handle', 'x')
    const body = method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } }
    const { status } = await fetch(url, { method, ...body })
    const open: Record<string, number> = { setupState: 200, setup: 422, certificate: 404, publicNotice: 404 }
    assert.equal(status, open[door] ?? 401, door)
  }
})
