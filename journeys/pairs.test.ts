import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addDays, dayAt } from '#base/day'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { order, send } from '../cast/orders.ts'

const today = dayAt(Date.now())
const programme = 'seed-families'
let house: StandingHouse
let village: Client
before(async () => {
  house = await standUp()
  village = await house.signIn('villageChair')
})
after(() => house.stop())

const tutor = { id: randomUUID(), name: '引路人甲' }
const pair = (giver: { id: string }, home: string) => ({
  giver,
  families: [{ id: randomUUID(), name: home }],
  since: addDays(today, -200),
  consent: true,
  couple: 'newly-wed',
})

test('a couple is paired, visited, and leaves with honour; every number opens to the tie', async () => {
  const { record } = await send(village, pair(tutor, '甲家'), { programme, command: 'begin' })
  const tell = (command: string, said: Record<string, unknown>) =>
    village.call('perform', { body: order(said, { programme, command, record }) })
  await tell('meet', { on: addDays(today, -150), form: 'visit', topics: '孩子入园' })
  await tell('meet', { on: addDays(today, -100), form: 'call' })
  const page = await village.call('record', { params: record })
  assert.equal(page.title, '引路人甲、甲家')
  assert.equal(page.fields.find(({ name }) => name === 'contacts')?.value, 2)

  await tell('end', { until: today, ending: 'honoured' })
  const table = await village.call('figures', {
    body: {
      indicators: ['seed-families.pool', 'seed-families.joined', 'seed-families.followUps', 'seed-families.honoured'],
      unit: house.places.village.no,
      from: addDays(today, -365),
      to: today,
    },
  })
  assert.deepEqual(
    table.rows.map(row => row.cells[0]?.recorded),
    [0, 1, 2, 1],
  )
})

test('one person carries no more than the limit, however many ask at once; a unit may decide another', async () => {
  const giver = { id: randomUUID(), name: '引路人乙' }
  await send(village, pair(giver, '乙家'), { programme, command: 'begin' })
  const many = await Promise.allSettled(
    ['丙', '丁', '戊', '己', '庚', '辛'].map(name =>
      village.call('perform', { body: order(pair({ id: giver.id }, `${name}家`), { programme, command: 'begin' }) }),
    ),
  )
  assert.equal(many.filter(({ status }) => status === 'fulfilled').length, 2)
  const refused = await village.refused('perform', {
    body: order(pair({ id: giver.id }, '壬家'), { programme, command: 'begin' }),
  })
  assert.equal(refused.body.code, 'limit-reached')
})

test('a tie nobody kept up with waits for her who should', async () => {
  const giver = { id: randomUUID(), name: '引路人丙' }
  await send(village, pair(giver, '癸家'), { programme, command: 'begin' })
  const { waiting } = await village.call('today', { query: { unit: house.places.village.no } })
  const found = waiting.filter(({ kind }) => kind === 'contact').map(({ title }) => title)
  assert.ok(
    found.some(title => title.includes('癸家')),
    found.join(),
  )
})
