import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, dayAt } from '#base/day'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { order, send } from '../cast/orders.ts'

const today = dayAt(Date.now())
const programme = 'meetings'
let house: StandingHouse
let county: Client
before(async () => {
  house = await standUp()
  county = await house.signIn('countyChair')
})
after(() => house.stop())

const figures = async (names: string[]) => {
  const table = await county.call('figures', {
    body: {
      indicators: names.map(name => `${programme}.${name}`),
      unit: house.places.county.no,
      from: addDays(today, -365),
      to: today,
    },
  })
  return table.rows.map(row => row.cells[0]?.recorded)
}

test('a joint meeting is called, held and minuted; what it decided waits until it is done', async () => {
  const input = { title: '家庭教育联席会议', day: addDays(today, -20), kind: 'joint', expected: 12 }
  const { record } = await send(county, input, { programme, command: 'call' })
  const tell = (command: string, said: Record<string, unknown>) =>
    county.call('perform', { body: order(said, { programme, command, record }) })
  await tell('hold', { day: addDays(today, -20), attended: 11 })
  await tell('minute', { minutes: '各部门通报了情况。' })
  const decided = { owner: '家儿部', on: addDays(today, -20) }
  await tell('decide', { ...decided, what: '每个乡镇配一名指导员', due: addDays(today, -5) })
  await tell('decide', { ...decided, what: '办一期培训班', due: addDays(today, 30) })

  const { waiting } = await county.call('today', { query: { unit: house.places.county.no } })
  const found = waiting.find(({ kind }) => kind === 'decision')
  assert.match(found?.detail ?? '', /每个乡镇配一名指导员/)
  const shown = async () => {
    const page = await county.call('record', { params: record })
    return Object.fromEntries(page.fields.map(({ name, value }) => [name, value]))
  }
  assert.equal((await shown()).open, 2)

  await tell('settle', { item: 1, how: '十二个乡镇都配了', on: today })
  const again = await county.refused('perform', {
    body: order({ item: 1, how: '又办一次', on: today }, { programme, command: 'settle', record }),
  })
  assert.equal(again.body.code, 'invalid-input')
  assert.equal((await shown()).open, 1)
  await tell('settle', { item: 2, how: '办完了', on: today })
  assert.equal((await county.call('record', { params: record })).phase, 'held')
  assert.deepEqual(await figures(['meetings', 'attendances', 'decisions', 'settled']), [1, 11, 2, 2])
})

test('a leading group that did not study first is written down as it was, and shows in the share', async () => {
  const at = { programme, command: 'record' }
  const one = { title: '党组会', day: today, attended: 7, kind: 'leaders' }
  await send(county, { ...one, firstItem: true, material: '重要讲话' }, at)
  await send(county, { ...one, title: '党组会（二）', firstItem: false }, at)
  assert.deepEqual(await figures(['leaders', 'firstItem', 'firstItemShare']), [2, 1, 50])
})
