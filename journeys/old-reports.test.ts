import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'

let house: StandingHouse
let staff: Client
before(async () => {
  house = await standUp()
  staff = await house.signIn('countyStaff')
})
after(() => house.stop())

const text = `前郭县妇联五年工作报告
五年来，全县开展巾帼大宣讲1200余场，受众3.6万人次。建成妇女微家85个。`
const read = () =>
  staff.call('readReport', {
    body: { unit: house.places.county.no, name: '上届报告', text, from: '2016-01-01', to: '2020-12-31' },
  })

test('an old report is read, and an accepted figure stands beside the recorded ones with its clause, never added to them', async () => {
  const page = await read()
  const lectures = page.figures.find(each => each.raw.includes('1200'))
  assert.deepEqual([lectures?.value, lectures?.unit, lectures?.verdict], [1200, '场', 'open'])
  assert.equal(page.text.slice(lectures?.start, lectures?.end), lectures?.raw)
  assert.ok(lectures?.candidates.some(each => each.key === 'lectures.sessions'))
  const at = { shard: page.shard, id: page.id }
  const judge = (body: object) =>
    staff.call('judgeFigure', { params: at, body: { order: randomUUID(), no: lectures?.no ?? 0, ...body } as never })
  const accepted = await judge({ verdict: 'accepted', indicator: 'lectures.sessions' })
  const kept = accepted.figures.find(each => each.no === lectures?.no)
  assert.equal(kept?.verdict, 'accepted')
  assert.deepEqual([accepted.accepted, accepted.found], [1, page.figures.length])

  const question = {
    unit: house.places.county.no,
    rows: 'indicators',
    columns: 'none',
    from: '2016-01-01',
    to: '2020-12-31',
  } as const
  const cell = async () =>
    (await staff.call('figures', { body: { ...question, indicators: ['lectures.sessions'] } })).rows[0]?.cells[0]
  const beside = (await cell())?.opening[0]
  assert.equal((await cell())?.recorded, null)
  assert.deepEqual([beside?.value, beside?.hedge], [1200, 'over'])
  assert.match(beside?.source ?? '', /巾帼大宣讲1200余场/)
  const opened = await staff.call('handle', { params: { handle: beside?.handle ?? '' } })
  assert.equal(opened.cell.opening[0]?.value, 1200)

  await judge({ verdict: 'accepted', indicator: 'lectures.sessions', value: 1210 })
  assert.equal((await cell())?.opening[0]?.value, 1210)
  const rejected = await judge({ verdict: 'rejected' })
  assert.deepEqual([rejected.accepted, (await cell())?.opening.length], [0, 0])
})

test('a figure without indicator, value or period is not accepted, and the answer says what is missing', async () => {
  const page = await read()
  const at = { shard: page.shard, id: page.id }
  const [figure] = page.figures
  const refused = await staff.refused('judgeFigure', {
    params: at,
    body: { order: randomUUID(), no: figure?.no ?? 0, verdict: 'accepted', indicator: 'lectures.sessions', unit: '棵' },
  })
  assert.deepEqual(
    refused.body.issues?.map(each => each.path),
    ['unit'],
  )
})

test('reports belong to the office of the unit and those above it', async () => {
  const page = await read()
  const at = { shard: page.shard, id: page.id }
  assert.ok((await (await house.signIn('cityChair')).call('reports', {})).rows.some(each => each.id === page.id))
  for (const role of ['stranger', 'townStaff', 'executive', 'countyKeeper'] as const) {
    const other = await house.signIn(role)
    assert.equal((await other.refused('report', { params: at })).status, 404, role)
    assert.ok(!(await other.call('reports', {})).rows.some(each => each.id === page.id), role)
  }
  const far = { unit: house.places.farCounty.no, name: 'x', text }
  assert.equal((await staff.refused('readReport', { body: far })).body.code, 'not-allowed')
  assert.equal(
    (await staff.refused('readReport', { body: { ...far, unit: house.places.county.no, text: ' ' } })).status,
    422,
  )
})
