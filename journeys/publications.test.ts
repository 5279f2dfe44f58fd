import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { dayAt } from '#base/day'
import { programmes } from '#programmes/all'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { order, send } from '../cast/orders.ts'

const today = dayAt(Date.now())
const programme = 'articles'
let house: StandingHouse
let county: Client
let staff: Client
let city: Client
before(async () => {
  house = await standUp()
  county = await house.signIn('countyChair')
  staff = await house.signIn('countyStaff')
  city = await house.signIn('cityChair')
})
after(() => house.stop())

const draft = { title: '她在村里办起了书屋', kind: 'article', about: 'thought', text: '……' }

test('an article passes three reviews by three people, is published, corrected in the open and taken down', async () => {
  const { record } = await send(county, draft, { programme, command: 'draft' })
  const tell = (command: string, said: Record<string, unknown>, client = county) =>
    client.call('perform', { body: order(said, { programme, command, record }) })
  const refused = async (command: string, said: Record<string, unknown>) =>
    (await county.refused('perform', { body: order(said, { programme, command, record }) })).body
  await tell('review', { opinion: '可以' })
  assert.equal((await refused('review', {})).issues?.[0]?.rule, 'another-person')
  await tell('return', { returned: '标题太长' })
  await tell('change', { text: '改过的……' })
  const read = await city.call('record', { params: record })
  assert.equal(read.fields.find(({ name }) => name === 'text')?.value, '改过的……', 'whoever reviews it reads it')
  for (const reader of [county, staff, city]) {
    const said = { since: today, channels: ['wechat'] }
    assert.equal((await refused('publish', said)).code, 'not-in-this-state')
    await tell('review', {}, reader)
  }
  await tell('publish', { since: today, channels: ['wechat', 'site'] })
  await tell('reach', { on: today, reads: 1200 })
  await tell('reach', { on: today, reads: 1500 })
  await tell('correct', { title: '她在村里办书屋', reason: '标题更正' })
  const table = await county.call('figures', {
    body: {
      indicators: ['articles.articles', 'articles.reads', 'publication.standing'],
      unit: house.places.county.no,
      from: today,
      to: today,
    },
  })
  assert.deepEqual(
    table.rows.map(row => row.cells[0]?.recorded),
    [1, 1500, 1],
  )
  await tell('take-down', { until: today, reason: '过时了' })
  const page = await county.call('record', { params: record })
  assert.equal(page.phase, 'taken-down')
})

test('nobody is shown without consent, and who takes it back is gone from the piece', async () => {
  const her = { id: randomUUID(), name: '书屋主人' }
  const refused = await county.refused('perform', {
    body: order({ ...draft, shown: [her] }, { programme, command: 'draft' }),
  })
  assert.equal(refused.body.code, 'invalid-input')
  const said = { ...draft, shown: [her], consent: true }
  const given = { title: said.title, kind: said.kind, about: said.about, shown: said.shown, consent: true }
  const { record } = await send(
    county,
    { ...given, since: today, channels: ['site'] },
    { programme, command: 'record' },
  )
  const gone = { gone: [{ id: her.id }], reason: '本人不同意了' }
  await county.call('perform', { body: order(gone, { programme, command: 'unshow', record }) })
  const page = await county.call('record', { params: record })
  assert.equal(page.fields.find(({ name }) => name === 'shown')?.value ?? null, null)
})

test('nothing here posts: no command takes an account’s secret, sends anything, or writes in another’s name', () => {
  const fields = programmes
    .filter(({ systems }) => systems.includes('B17') || systems.includes('B18'))
    .flatMap(each => Object.values(each.pattern.commands).flatMap(command => Object.keys(command.fields)))
  assert.ok(fields.length > 10)
  assert.deepEqual(
    fields.filter(name => /token|secret|password|account|identity|comment|post/i.test(name)),
    [],
  )
  const roster = programmes.find(({ id }) => id === 'commentators')
  assert.deepEqual(Object.keys(roster?.pattern.commands ?? {}), ['enter', 'correct', 'end', 'withdraw'])
})

test('the roster of publicists is seen by the office that keeps it, and by nobody below it', async () => {
  const her = { id: randomUUID(), name: '网宣员甲' }
  const at = { programme: 'commentators', command: 'enter' }
  const { record } = await send(county, { person: her, since: today, role: 'publicist' }, at)
  for (const role of ['lecturer', 'villageChair', 'townStaff'] as const) {
    const other = await house.signIn(role)
    assert.equal((await other.refused('record', { params: record })).body.code, 'not-found', role)
  }
  assert.equal((await county.call('record', { params: record })).programme, 'commentators')
})
