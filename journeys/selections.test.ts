import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Resvg } from '@resvg/resvg-js'
import jsQR from 'jsqr'
import { renderSVG } from 'uqr'
import { addDays, dayAt } from '#base/day'
import { publicCode } from '#base/public-code'
import { afterWorkdays, calendarWith } from '#base/workdays'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { order, send } from '../cast/orders.ts'

const today = dayAt(Date.now())
const programme = 'family-honours'
let house: StandingHouse
let village: Client
let county: Client
before(async () => {
  house = await standUp()
  village = await house.signIn('villageChair')
  county = await house.signIn('countyChair')
})
after(() => house.stop())

type Where = { shard: number; id: string }
const tell = (client: Client, record: Where, command: string, said: Record<string, unknown>) =>
  client.call('perform', { body: order(said, { programme, command, record }) })
const nomination = (name: string) => ({
  ...{ name, award: 'most-beautiful', edition: today.slice(0, 4), by: 'self' },
  people: [{ id: randomUUID(), name }],
})

/** Put forward by the village, found eligible and shown by the county, long enough ago to be granted today. */
async function shown(name: string): Promise<Where> {
  const { record } = await send(village, nomination(name), { programme, command: 'nominate' })
  await tell(county, record, 'vet', { on: today, eligible: true })
  await tell(county, record, 'notice', { from: today, where: '村务公开栏' })
  return record
}

test('put forward by herself, shown for working days only, and not granted before they are over', async () => {
  const record = await shown('甲家')
  const until = afterWorkdays(today, 5, calendarWith())
  const page = await county.call('record', { params: record })
  assert.equal(page.fields.find(({ name }) => name === 'noticeUntil')?.value, until)
  const early = await county.refused('perform', {
    body: order({ since: today, rank: 'county' }, { programme, command: 'grant', record }),
  })
  assert.equal(early.body.code, 'too-early')
  // the village puts forward and may raise an objection; what follows is not hers to decide
  const notHers = await house.signIn('executive')
  const refused = await notHers.refused('perform', {
    body: order({ reason: '不评' }, { programme, command: 'decline', record }),
  })
  assert.equal(refused.body.code, 'not-allowed')
})

test('sixty honours granted at once have sixty numbers without a gap', async () => {
  // the notice of these was over long ago: their days are set back where they are kept, as if they had been shown then
  const records = await Promise.all(Array.from({ length: 60 }, (_, i) => shown(`第${i + 1}家`)))
  const { asOwner } = house.platform.open
  await asOwner(owner =>
    owner.query(
      `update record set state = jsonb_set(jsonb_set(state, '{fields,noticeUntil}', to_jsonb($1::text)), '{fields,nominatedOn}', to_jsonb($2::text))
       where programme = $3 and phase = 'shown'`,
      [addDays(today, -1), addDays(today, -30), programme],
    ),
  )
  const given = await Promise.allSettled(
    records.map(record =>
      tell(county, record, 'grant', { since: today, rank: 'county', document: '县妇字〔2026〕8号' }),
    ),
  )
  assert.deepEqual(
    given.map(({ status }) => status),
    given.map(() => 'fulfilled'),
  )
  const pages = await Promise.all(records.map(record => county.call('record', { params: record })))
  const numbers = pages.map(page => String(page.fields.find(({ name }) => name === 'certificate')?.value))
  const expected = records.map((_, i) => `${today.slice(0, 4)}-${String(i + 1).padStart(4, '0')}`)
  assert.deepEqual(numbers.toSorted(), expected)

  const table = await county.call('figures', {
    body: {
      indicators: ['family-honours.mostBeautiful', 'family-honours.nominated'],
      unit: house.places.county.no,
      from: `${today.slice(0, 4)}-01-01`,
      to: today,
    },
  })
  assert.equal(table.rows[0]?.cells[0]?.recorded, 60)
})

test('a public notice shows masked names while it lasts, and none when it is over', async () => {
  const record = await shown('李小花家')
  const page = await county.call('record', { params: record })
  assert.equal(page.publicPage?.kind, 'notice')
  const html = await (await fetch(page.publicPage?.url ?? '')).text()
  assert.match(html, /李\*花家/)
  assert.ok(!html.includes('李小花'), 'the whole name is nowhere')
  assert.match(html, /公示时间/)
  const { asOwner } = house.platform.open
  const past = `update record set state = jsonb_set(state, '{fields,noticeUntil}', to_jsonb($1::text)) where id = $2`
  await asOwner(owner => owner.query(past, [addDays(today, -1), record.id]))
  const over = await (await fetch(page.publicPage?.url ?? '')).text()
  assert.ok(!over.includes('李*花'))
  assert.match(over, /已在.*结束/)
  assert.equal((await county.call('record', { params: record })).publicPage, null)
})

test('a certificate is verified by scanning its picture: valid, masked, then taken back; a code of our own making opens nothing', async () => {
  const record = await shown('张美丽家')
  const { asOwner } = house.platform.open
  const back = `update record set state = jsonb_set(jsonb_set(state, '{fields,noticeUntil}', to_jsonb($1::text)), '{fields,nominatedOn}', to_jsonb($2::text)) where id = $3`
  await asOwner(owner => owner.query(back, [addDays(today, -1), addDays(today, -30), record.id]))
  await tell(county, record, 'grant', { since: today, rank: 'county' })
  const { publicPage } = await county.call('record', { params: record })
  assert.equal(publicPage?.kind, 'certificate')
  const { pixels, width, height } = new Resvg(renderSVG(publicPage?.url ?? ''), {
    fitTo: { mode: 'width', value: 400 },
  }).render()
  const scanned = jsQR.default(new Uint8ClampedArray(pixels), width, height)
  assert.equal(scanned?.data, publicPage?.url)
  const read = async (url: string) => {
    const answer = await fetch(url)
    return { status: answer.status, html: await answer.text() }
  }
  const valid = await read(scanned?.data ?? '')
  assert.equal(valid.status, 200)
  assert.match(valid.html, /现在有效/)
  assert.match(valid.html, /张\*丽家/)
  assert.ok(!valid.html.includes('张美丽'))
  assert.match(valid.html, new RegExp(`${house.places.county.name}`))
  await tell(county, record, 'revoke', { on: today, ground: 'untrue' })
  assert.match((await read(scanned?.data ?? '')).html, /已在.*收回/)
  const other = await shown('王五家')
  const code = publicCode(other)
  assert.equal((await read(`${house.platform.url}/c/${code}`)).status, 404, 'not granted yet')
  for (const made of ['x', 'A'.repeat(27), publicCode({ shard: record.shard, id: randomUUID() }), `${code}x`]) {
    const answer = await read(`${house.platform.url}/c/${made}`)
    assert.equal(answer.status, 404)
    assert.match(answer.html, /没有查到/)
  }
  const json = await fetch(`${house.platform.url}/api/certificates/${code}`)
  assert.equal(json.status, 404)
  assert.match(json.headers.get('content-type') ?? '', /problem\+json/)
})

test('strict and mild reviewers are put on one scale, and only who decides sees it', async () => {
  const edition = '评分'
  const [strict, mild] = [
    { id: randomUUID(), name: '严评委' },
    { id: randomUUID(), name: '宽评委' },
  ]
  const records: Where[] = []
  for (const name of ['甲', '乙', '丙']) {
    const { record } = await send(
      village,
      { ...nomination(`${name}评家`), edition },
      { programme, command: 'nominate' },
    )
    await tell(county, record, 'vet', { on: today, eligible: true })
    records.push(record)
  }
  const [a, b, c] = records as [Where, Where, Where]
  let known = false
  const give = async (record: Where, reviewer: { id: string; name: string }, points: number) => {
    await tell(county, record, 'score', { reviewer: known ? { id: reviewer.id } : reviewer, points })
  }
  for (const [record, points] of [
    [a, 60],
    [b, 50],
    [c, 40],
  ] as const) {
    await give(record, strict, points)
    known = true
  }
  known = false
  await give(b, mild, 95)
  const blind = await county.call('record', { params: b })
  assert.equal(
    blind.fields.find(({ name }) => name === 'score'),
    undefined,
  )
  assert.ok(!JSON.stringify(blind.history).includes('95'), 'a sheet is not told in the history')
  const found = await county.call('candidates', { params: a })
  assert.deepEqual(
    found.candidates.map(each => each.sheets),
    [1, 2, 1],
  )
  assert.ok(found.candidates.every(each => each.levelled !== null && each.place !== null))
  const executive = await house.signIn('executive')
  assert.equal((await executive.refused('candidates', { params: a })).body.code, 'not-found')
})

test('nobody grants above her own level', async () => {
  const record = await shown('越级家')
  const { asOwner } = house.platform.open
  const back = `update record set state = jsonb_set(jsonb_set(state, '{fields,noticeUntil}', to_jsonb($1::text)), '{fields,nominatedOn}', to_jsonb($2::text)) where id = $3`
  await asOwner(owner => owner.query(back, [addDays(today, -1), addDays(today, -30), record.id]))
  for (const [client, rank] of [
    [village, 'county'],
    [county, 'province'],
  ] as const) {
    const body = order({ since: today, rank }, { programme, command: 'grant', record })
    assert.equal((await client.refused('perform', { body })).body.issues?.[0]?.rule, 'above-own')
  }
  await tell(county, record, 'grant', { since: today, rank: 'county' })
})

test('places of an edition are not overrun, however many are put forward at once', async () => {
  const keeper = await house.signIn('countyKeeper')
  const body = { unit: house.places.village.no, key: `limit.${programme}.quota`, value: 4 }
  await keeper.call('setSetting', { body })
  const many = await Promise.allSettled(
    Array.from({ length: 30 }, (_, i) =>
      village.call('perform', {
        body: order({ ...nomination(`候选${i}`), edition: '名额' }, { programme, command: 'nominate' }),
      }),
    ),
  )
  assert.equal(many.filter(({ status }) => status === 'fulfilled').length, 4)
})
