import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { bookOf } from '#papers/sheets/ugly-registers'
import { readSheet } from '#papers/sheets/read-sheet'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'

let house: StandingHouse
let staff: Client
before(async () => {
  house = await standUp()
  staff = await house.signIn('countyStaff')
})
after(() => house.stop())

const plain = (name: string) => name.replace(/妇联$/, '')

/** A register as offices keep it: a title, days as text, full-width digits, a total, a row that is wrong. */
const register = () =>
  bookOf({
    name: '宣讲台账',
    rows: [
      ['2026年巾帼大宣讲台账'],
      ['序号', '村（社区）', '宣讲主题', '时间', '宣讲地点类型', '宣讲形式', '参加人数'],
      [1, plain(house.places.village.name), '反家暴法进村', '2026年3月8日', '进村', '面对面宣讲', '３５'],
      [2, plain(house.places.nextVillage.name), '惠农政策宣讲', '2026.4.2', '进村', '座谈会', 28],
      [3, '没有这个村', '惠农政策宣讲', '2026.4.3', '进村', '座谈会', 20],
      [4, plain(house.places.village.name), '家风宣讲', '2026-05-15', '进村', '座谈会', '待统计'],
      ['合计', '', '', '', '', '', 83],
    ],
  })
const start = async (client = staff) =>
  client.call('startImport', {
    body: {
      programme: 'lectures',
      unit: house.places.county.no,
      name: '宣讲台账.xlsx',
      file: Buffer.from(await register()).toString('base64'),
    },
  })
const total = async () =>
  (
    await staff.call('figures', {
      body: { indicators: ['lectures.sessions'], unit: house.places.county.no, from: '2026-01-01', to: '2026-12-31' },
    })
  ).rows[0]?.cells[0]?.recorded

test('an ugly register: looked at, tried, imported, imported again', async () => {
  const opened = await start()
  const said = Object.fromEntries(opened.heads.map(each => [each.field ?? each.head, each.head]))
  assert.deepEqual(
    [said.title, said.day, said.attended],
    ['宣讲主题', '时间', '参加人数'],
    JSON.stringify(opened.heads),
  )
  assert.deepEqual([opened.state, opened.rows.total], ['mapped', 4])
  assert.ok(
    opened.skipped.some(each => /合计/.test(each.why)),
    JSON.stringify(opened.skipped),
  )
  const columns = Object.fromEntries(opened.heads.map(each => [each.column, each.field]))
  const given = { params: { id: opened.id }, body: { columns } }

  const tried = await staff.call('rehearseImport', given)
  assert.deepEqual(
    [tried.state, tried.rows],
    ['rehearsed', { total: 4, good: 2, repeated: 0, bad: 2 }],
    JSON.stringify(tried.problems),
  )
  assert.equal(tried.wouldCount.find(each => each.name === '宣讲场次')?.value, 2)
  assert.deepEqual(
    tried.problems.map(each => each.row),
    [5, 6],
  )
  assert.equal(await total(), null, 'a rehearsal writes nothing')

  const done = await staff.call('runImport', given)
  assert.deepEqual([done.state, done.rows.good, done.rows.bad], ['done', 2, 2])
  assert.equal(await total(), 2)
  const listed = await staff.call('records', { query: { programme: 'lectures' } })
  assert.deepEqual(
    listed.rows.map(row => row.unit.no).toSorted((a, b) => a - b),
    [house.places.village.no, house.places.nextVillage.no].toSorted((a, b) => a - b),
  )

  const again = await start()
  assert.ok(again.remembered, 'the columns are remembered')
  const repeated = await staff.call('runImport', { params: { id: again.id }, body: { columns } })
  assert.deepEqual(repeated.rows, { total: 4, good: 0, repeated: 2, bad: 2 })
  assert.equal(await total(), 2)

  const answer = await staff.fetch(`/api/imports/${opened.id}/result.xlsx`)
  assert.equal(answer.status, 200)
  const told: string[] = []
  for await (const row of (await readSheet(new Uint8Array(await answer.arrayBuffer()))).rows)
    told.push(String(row.cells[7] ?? ''))
  assert.match(told[2] ?? '', /^已导入，收条号 [0-9A-F]{8}/)
  assert.match(told[4] ?? '', /没有导入：.*没有找到“没有这个村”/)
})

test('nobody imports into what is not hers, nor opens another’s import', async () => {
  const far = await house.signIn('stranger')
  const body = {
    programme: 'lectures',
    unit: house.places.county.no,
    name: 'x.xlsx',
    file: Buffer.from(await register()).toString('base64'),
  }
  assert.equal((await far.refused('startImport', { body })).status, 403)
  const opened = await start()
  const chair = await house.signIn('countyChair')
  assert.equal((await chair.refused('runImport', { params: { id: opened.id }, body: { columns: {} } })).status, 404)
  const empty = await staff.refused('startImport', {
    body: { ...body, file: Buffer.from([0, 1, 2, 0]).toString('base64') },
  })
  assert.equal(empty.status, 422)
})

test('an import is taken up again by its address, by nobody but her who began it', async () => {
  const opened = await start()
  const seen = await staff.call('importPage', { params: { id: opened.id } })
  assert.deepEqual([seen.id, seen.state, seen.rows.total], [opened.id, 'mapped', 4])
  const other = await house.signIn('countyChair')
  assert.equal((await other.refused('importPage', { params: { id: opened.id } })).status, 404)
})

test('a large register is gone through by a process of its own, and says the same', async () => {
  const village = plain(house.places.village.name)
  const rows = Array.from({ length: 16_000 }, (_, i) => [
    i + 1,
    village,
    `第${i + 1}次宣讲`,
    '2026-02-03',
    '进村',
    '座谈会',
    5 + (i % 90),
  ])
  const file = await bookOf({
    name: '大台账',
    rows: [['序号', '村（社区）', '宣讲主题', '时间', '宣讲地点类型', '宣讲形式', '参加人数'], ...rows],
  })
  assert.ok(file.byteLength > 300_000, String(file.byteLength))
  const before = (await total()) ?? 0
  const body = {
    programme: 'lectures',
    unit: house.places.county.no,
    name: '大台账.xlsx',
    file: Buffer.from(file).toString('base64'),
  }
  const opened = await staff.call('startImport', { body })
  const tried = await through('rehearseImport', opened.id)
  assert.deepEqual([tried.state, tried.rows.good], ['rehearsed', 16_000])
  const done = await through('runImport', opened.id)
  assert.deepEqual([done.state, done.rows.good], ['done', 16_000], JSON.stringify(done.problems.slice(0, 2)))
  assert.equal(await total(), before + 16_000)
})

/** A door answers after a while that it still runs: then she looks again, as the page does. */
async function through(door: 'rehearseImport' | 'runImport', id: string) {
  let page = await staff.call(door, { params: { id }, body: { columns: {}, remember: false } })
  for (let n = 0; n < 200 && page.state === 'running'; n++) {
    await sleep(500)
    page = await staff.call('importPage', { params: { id } })
  }
  return page
}
