import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readSheet } from '#papers/sheets/read-sheet'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { lecture, send } from '../cast/orders.ts'

let house: StandingHouse
let village: Client
before(async () => {
  house = await standUp()
  village = await house.signIn('villageChair')
  for (let i = 0; i < 12; i++) await send(village, { ...lecture, title: `第${i}场`, attended: 20 + i })
})
after(() => house.stop())

async function rowsOf(client: Client, address: string) {
  const answer = await client.fetch(address)
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''/)
  const sheet = await readSheet(new Uint8Array(await answer.arrayBuffer()))
  const rows: unknown[][] = []
  for await (const row of sheet.rows) rows.push([...row.cells])
  return rows
}

test('a list leaves as a workbook with the same rows, its fields in words', async () => {
  const rows = await rowsOf(village, '/api/records.xlsx?programme=lectures')
  assert.equal(rows[0]?.[0], '巾帼大宣讲')
  const head = rows[2]?.map(String) ?? []
  assert.deepEqual(head.slice(0, 4), ['日期', '单位', '叫什么', '来了多少人'])
  assert.equal(rows.length, 3 + 12)
  assert.ok(rows.slice(3).every(row => row[head.indexOf('讲到哪里')] === '进村'))
  assert.equal((await rowsOf(village, '/api/records.xlsx?q=第3场')).length, 3 + 1)
})

test('a workbook holds what its reader may see and nothing more', async () => {
  assert.equal((await rowsOf(await house.signIn('stranger'), '/api/records.xlsx')).length, 3)
  assert.equal((await rowsOf(await house.signIn('townStaff'), '/api/records.xlsx')).length, 3 + 12)
  assert.equal((await fetch(`${house.platform.url}/api/records.xlsx`)).status, 401)
})

test('figures and the access book leave as workbooks too', async () => {
  const unit = house.places.village.no
  const asked = `unit=${unit}&indicators=lectures.sessions,lectures.attendances&rows=indicators&columns=none&from=2026-01-01&to=2026-12-31`
  const rows = await rowsOf(village, `/api/figures.xlsx?${asked}`)
  assert.deepEqual(
    rows.slice(3).map(row => row.slice(0, 3)),
    [
      ['宣讲场次', 12, '场'],
      ['到现场的人次', 306, '人次'],
    ],
  )
  const refused = await (await house.signIn('stranger')).fetch(`/api/figures.xlsx?${asked}`)
  assert.equal(refused.status, 403)
  assert.ok((await rowsOf(village, '/api/access.xlsx')).length > 200)
})
