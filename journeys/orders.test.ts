import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { lecture, order, send } from '../cast/orders.ts'

let house: StandingHouse
let village: Client
let town: Client
before(async () => {
  house = await standUp()
  village = await house.signIn('villageChair')
  town = await house.signIn('townStaff')
})
after(() => house.stop())

const count = async (table: string) => {
  const { rows } = await house.platform.open.asOwner(owner => owner.query(`select count(*) as n from ${table}`))
  return Number(rows[0].n)
}

test('an order sent twice, or ten times at once, is done once', async () => {
  const one = order()
  const first = await village.call('perform', { body: one })
  const before = [await count('record'), await count('measure'), await count("audit where act = 'order'")]
  const again = await Promise.all(Array.from({ length: 10 }, () => village.call('perform', { body: one })))
  assert.ok(again.every(each => each.repeated && each.revision === first.revision))
  assert.deepEqual([await count('record'), await count('measure'), await count("audit where act = 'order'")], before)
  const racing = order()
  const raced = await Promise.all(Array.from({ length: 10 }, () => village.call('perform', { body: racing })))
  assert.equal(raced.filter(each => !each.repeated).length, 1)
})

test('a record id that belongs to another order is not taken again', async () => {
  const { record } = await send(village)
  const refused = await village.refused('perform', { body: order(lecture, { record: { id: record.id } }) })
  assert.deepEqual([refused.status, refused.body.code], [409, 'already-stored'])
})

test('whoever saw an older revision is told what changed', async () => {
  const { record, revision } = await send(village)
  const correct = (client: Client, input: object, seen: number) => ({
    client,
    body: order({ ...input, reason: '数错了' }, { command: 'correct', record, revision: seen }),
  })
  const first = correct(town, { attended: 28 }, revision)
  assert.equal((await first.client.call('perform', { body: first.body })).revision, 2)
  const stale = correct(village, { attended: 31 }, revision)
  const refused = await stale.client.refused('perform', { body: stale.body })
  assert.deepEqual([refused.status, refused.body.code], [409, 'changed-meanwhile'])
  const changes = refused.body.details?.changes as { kind: string; reason: string; fields: { field: string }[] }[]
  assert.deepEqual(
    changes.map(each => [each.kind, each.reason, each.fields.map(field => field.field)]),
    [['corrected', '数错了', ['attended']]],
  )
})

test('what is wrong is said field by field, in the words of the form and the language of the reader', async () => {
  const wrong = { attended: -1, setting: 'moon', extra: 1 }
  const refused = await village.refused('perform', { body: order(wrong) })
  assert.equal(refused.status, 422)
  const rules = Object.fromEntries((refused.body.issues ?? []).map(issue => [issue.path, issue.rule]))
  assert.deepEqual(rules, {
    title: 'missing',
    attended: 'too-little',
    setting: 'not-offered',
    form: 'missing',
    extra: 'unknown',
  })
  assert.ok((refused.body.issues ?? []).every(issue => !/[{}]/.test(issue.message)))
  assert.equal(refused.body.title, '有几处需要改一下')
  await village.call('setMe', { body: { language: 'en' } })
  assert.equal((await village.refused('perform', { body: order(wrong) })).body.title, 'A few places need a change')
  await village.call('setMe', { body: { language: 'zh-Hant' } })
  assert.equal((await village.refused('perform', { body: order(wrong) })).body.title, '有幾處需要改一下')
  await village.call('setMe', { body: { language: 'zh-CN' } })
})

test('bodies that are no orders at all are refused as problems, never with a stack', async () => {
  const tries: [string, string, number][] = [
    ['{"id":', 'application/json', 422],
    ['{}', 'application/json', 422],
    ['hello', 'text/plain', 422],
    [JSON.stringify({ ...order(), input: { note: 'x'.repeat(3_000_000) } }), 'application/json', 413],
    [JSON.stringify({ ...order(), programme: 'no-such' }), 'application/json', 404],
    [JSON.stringify({ ...order(), command: 'no-such' }), 'application/json', 404],
  ]
  for (const [body, type, status] of tries) {
    const answer = await village.fetch('/api/orders', { method: 'POST', headers: { 'content-type': type }, body })
    const told = await answer.text()
    assert.deepEqual(
      [answer.status, answer.headers.get('content-type')],
      [status, 'application/problem+json'],
      body.slice(0, 40),
    )
    assert.ok(!/node_modules|at \//.test(told))
    assert.ok((JSON.parse(told) as { title: string }).title.length > 3)
  }
})

test('a list goes on page by page without a gap, newest first, and says why it is empty', async () => {
  const far = await house.signIn('farChair')
  assert.equal((await far.call('records', {})).because, '这里还没有记录')
  const days = Array.from({ length: 23 }, (_, i) => `2026-0${1 + (i % 9)}-1${i % 5}`)
  for (const day of days) await send(far, { ...lecture, day })
  const seen: string[] = []
  let after: string | null | undefined
  do {
    const page = await far.call('records', { query: { limit: 5, ...(after ? { after } : {}) } })
    seen.push(...page.rows.map(row => row.day))
    after = page.next
  } while (after)
  assert.deepEqual(seen, days.toSorted().toReversed())
  const few = await far.call('records', { query: { from: '2026-09-01', q: '大宣讲' } })
  assert.ok(few.rows.length > 0 && few.rows.every(row => row.day >= '2026-09-01'))
  const none = await far.call('records', { query: { q: '没有这个' } })
  assert.deepEqual([none.rows.length, none.because], [0, '没有符合条件的记录，可以放宽一些再找'])
  assert.equal((await far.refused('records', { query: { after: 'bm9uc2Vuc2U' } })).status, 422)
})

test('a record page tells its whole story: who, in which post, why, from what to what', async () => {
  const person = { id: randomUUID(), name: '于小满' }
  const { record } = await send(village, { ...lecture, people: [person] })
  await send(town, { attended: 26, reason: '签到表重了' }, { command: 'correct', record, revision: 1 })
  await send(town, {}, { command: 'verify', record, revision: 2 })
  const page = await town.call('record', { params: record })
  assert.deepEqual(
    page.history.map(each => [each.seq, each.kind, each.changes.map(change => [change.field, change.old, change.new])]),
    [
      [3, 'verified', []],
      [2, 'corrected', [['attended', '30', '26']]],
      [1, 'held', []],
    ],
  )
  assert.match(page.history[1]?.by ?? '', /前郭尔罗斯镇妇联 妇联干部 谷雨/)
  assert.equal(page.history[1]?.reason, '签到表重了')
  assert.equal(page.people[person.id], '于小满')
  assert.deepEqual(page.may, ['correct', 'withdraw'])
  assert.equal(page.countsInto.find(each => each.key === 'lectures.attendances')?.value, 26)
  assert.deepEqual(
    (await village.call('findPeople', { query: { q: '小满' } })).rows.map(row => row.name),
    ['于小满'],
  )
  assert.deepEqual((await (await house.signIn('farChair')).call('findPeople', { query: { q: '小满' } })).rows, [])
})

test('an answer the reader has already is not sent again', async () => {
  const first = await village.fetch('/api/records')
  const tag = first.headers.get('etag') ?? ''
  assert.match(tag, /^W\//)
  const again = await village.fetch('/api/records', { headers: { 'if-none-match': tag } })
  assert.deepEqual([again.status, await again.text()], [304, ''])
  await send(village)
  assert.equal((await village.fetch('/api/records', { headers: { 'if-none-match': tag } })).status, 200)
  const squeezed = await village.fetch('/api/declarations', { headers: { 'accept-encoding': 'gzip' } })
  assert.equal(squeezed.headers.get('content-encoding'), 'gzip')
})

test('the whole contract is written down as OpenAPI, and every door is in it', async () => {
  const answer = await fetch(`${house.platform.url}/api/openapi.json`)
  const book = (await answer.json()) as {
    openapi: string
    paths: Record<string, Record<string, { operationId?: string }>>
  }
  assert.equal(book.openapi, '3.1.0')
  const { paths } = await import('#contract/paths')
  const told = Object.values(book.paths).flatMap(each => Object.values(each).map(door => door.operationId))
  assert.deepEqual(
    Object.keys(paths).filter(door => !told.includes(door)),
    [],
  )
})

test('what waits is shown: a plan that fell due, a record to verify', async () => {
  const { record } = await send(village, { title: '三八节座谈', day: '2026-11-20' }, { command: 'plan' })
  const mine = (await village.call('today', {})).waiting.find(each => each.kind === 'planned')
  assert.deepEqual(
    [mine?.title, mine?.when, mine?.link],
    ['三八节座谈', 'late', `/records/${record.shard}/${record.id}/record`],
  )
  const theirs = (await town.call('today', {})).waiting
  assert.ok(theirs.some(each => each.kind === 'verify' && each.title === lecture.title))
  assert.ok(!theirs.some(each => each.title === '三八节座谈'))
})
