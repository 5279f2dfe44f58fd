import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, dayAt } from '#base/day'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { order, send } from '../cast/orders.ts'

const today = dayAt(Date.now())
let house: StandingHouse
let county: Client
let village: Client
before(async () => {
  house = await standUp()
  county = await house.signIn('countyChair')
  village = await house.signIn('villageChair')
})
after(() => house.stop())

const at = (programme: string, command: string, record?: { shard: number; id: string }) => ({
  ...{ programme, command },
  ...(record ? { record } : {}),
})

test('a reminder goes to a unit below, waits there, is answered, sent back, answered again and closed', async () => {
  const letter = {
    ...{ title: '按期换届', what: '本届任期已满，请报换届请示。', about: 'election' },
    ...{ since: today, due: addDays(today, 10) },
  }
  const sent = { ...at('reminders', 'send'), unit: house.places.village.no }
  const { record } = await send(county, letter, sent)
  const { waiting } = await village.call('today', { query: { unit: house.places.village.no } })
  assert.ok(waiting.some(({ kind, title }) => kind === 'letter' && title.includes('按期换届')))

  const own = await village.refused('perform', { body: order({}, at('reminders', 'close', record)) })
  assert.equal(own.body.code, 'not-allowed')
  await village.call('perform', { body: order({}, at('reminders', 'receive', record)) })
  await village.call('perform', { body: order({ answer: '正在准备' }, at('reminders', 'answer', record)) })
  await county.call('perform', { body: order({ returned: '请写明日期' }, at('reminders', 'return', record)) })
  await village.call('perform', { body: order({ answer: '定在下月五日' }, at('reminders', 'answer', record)) })
  await county.call('perform', { body: order({}, at('reminders', 'close', record)) })
  const page = await county.call('record', { params: record })
  const shown = Object.fromEntries(page.fields.map(({ name, value }) => [name, value]))
  assert.deepEqual([page.phase, shown.answer], ['closed', '定在下月五日'])
  assert.equal(shown.number, `〔${today.slice(0, 4)}〕1号`)

  const table = await county.call('figures', {
    body: {
      indicators: ['reminders.sent', 'reminders.answered', 'reminders.open'],
      unit: house.places.county.no,
      from: today,
      to: today,
    },
  })
  assert.deepEqual(
    table.rows.map(row => row.cells[0]?.recorded ?? 0),
    [1, 1, 0],
  )
})

test('a document sent down waits at every unit until it is signed for; the receipts are seen above, and a copy counts as nothing', async () => {
  const paper = { title: '关于做好换届工作的通知', since: addDays(today, -400), kind: 'executives' }
  const { record } = await send(county, paper, at('documents', 'record'))
  const tell = (client: Client, ref: { shard: number; id: string }, command: string, input: object = {}) =>
    client.call('perform', { body: order(input as Record<string, unknown>, at('documents', command, ref)) })
  const nobody = order(
    { to: 'village', targets: { [house.places.village.no]: 0 } },
    at('documents', 'circulate', record),
  )
  assert.equal((await county.refused('perform', { body: nobody })).body.code, 'invalid-input', 'to none is not to all')
  await tell(county, record, 'circulate', { to: 'township' })
  const town = await house.signIn('townChair')
  const { waiting } = await town.call('today', { query: { unit: house.places.township.no } })
  const found = waiting.find(({ kind }) => kind === 'document')
  assert.match(found?.title ?? '', /换届工作的通知/)
  const before = await county.call('receipts', { params: record })
  assert.deepEqual([before.given, before.signed], [2, 0])
  const copy = before.rows.find(row => row.unit.no === house.places.township.no)
  assert.ok(copy)
  const ref = { shard: copy.shard, id: copy.id }
  await tell(town, ref, 'receive')
  const again = await town.refused('perform', { body: order({}, at('documents', 'receive', ref)) })
  assert.equal(again.body.code, 'not-in-this-state')
  const after = await county.call('receipts', { params: record })
  assert.deepEqual([after.signed, after.rows.find(row => row.id === copy.id)?.received], [1, today])
  const left = await town.call('today', { query: { unit: house.places.township.no } })
  assert.ok(!left.waiting.some(({ kind }) => kind === 'document'))
  const table = await county.call('figures', {
    body: { indicators: ['documents.onExecutives'], unit: house.places.county.no, from: today, to: today },
  })
  assert.equal(table.rows[0]?.cells[0]?.recorded, 1)
  await tell(county, record, 'withdraw', { reason: '写重了' })
  const forged = order({ ...paper, parent: record, from: 1 }, at('documents', 'arrive'))
  assert.equal((await county.refused('perform', { body: forged })).body.code, 'not-allowed')
})

test('nobody reminds upwards or beside, and nothing is taken to those above before its day is over', async () => {
  const letter = { title: '补报', what: '请补报。', since: today, due: addDays(today, 3), about: 'task' }
  const upward = await village.refused('perform', {
    body: { ...order(letter, at('reminders', 'send')), unit: house.places.county.no },
  })
  assert.equal(upward.body.code, 'not-allowed')
  const { record } = await send(county, letter, { ...at('reminders', 'send'), unit: house.places.village.no })
  const early = await county.refused('perform', {
    body: order({ reason: '没有回' }, at('reminders', 'escalate', record)),
  })
  assert.equal(early.body.code, 'too-early')
})

test('letters are numbered by who sends them, wherever they go', async () => {
  const letter = { title: '报数', what: '请报数。', since: today, due: addDays(today, 3), about: 'task' }
  const numberOf = async (client: Client, unit: number) => {
    const { record } = await send(client, letter, { ...at('reminders', 'send'), unit })
    const page = await client.call('record', { params: record })
    return Number(/〕(\d+)号/.exec(String(page.fields.find(({ name }) => name === 'number')?.value))?.[1])
  }
  const { township, village: home, county: below } = house.places
  const first = await numberOf(county, township.no)
  assert.equal(await numberOf(county, home.no), first + 1)
  const city = await house.signIn('cityChair')
  assert.deepEqual([await numberOf(city, below.no), await numberOf(city, home.no)], [1, 2])
})

test('forty documents issued at once are numbered one to forty; one replaced is in force no more', async () => {
  const drafts = await Promise.all(
    Array.from({ length: 40 }, (_, i) => send(county, { title: `通知${i}`, kind: 'notice' }, at('documents', 'draft'))),
  )
  const tell = (command: string, record: { shard: number; id: string }, said: Record<string, unknown>) =>
    county.call('perform', { body: order(said, at('documents', command, record)) })
  await tell('sign', drafts[0]?.record as never, { body: '教育局', on: today })
  await Promise.all(drafts.map(({ record }) => tell('issue', record, { since: today })))
  const pages = await Promise.all(drafts.map(({ record }) => county.call('record', { params: record })))
  const number = (page: (typeof pages)[number]) =>
    Number(/〕(\d+)号/.exec(String(page.fields.find(({ name }) => name === 'number')?.value))?.[1])
  assert.deepEqual(
    pages.map(number).toSorted((a, b) => a - b),
    Array.from({ length: 40 }, (_, i) => i + 1),
  )
  assert.equal(pages[0]?.fields.find(({ name }) => name === 'with')?.value, '教育局')
  await tell('replace', drafts[0]?.record as never, { until: today, replacedBy: '通知（新）' })
  const table = await county.call('figures', {
    body: {
      indicators: ['documents.issued', 'documents.inForce'],
      unit: house.places.county.no,
      from: today,
      to: today,
    },
  })
  assert.deepEqual(
    table.rows.map(row => row.cells[0]?.recorded),
    [40, 39],
  )
})
