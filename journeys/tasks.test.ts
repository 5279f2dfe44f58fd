import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { addDays, dayAt } from '#base/day'
import { fulfilTasks } from '#engine/fulfil'
import { readSheet } from '#papers/sheets/read-sheet'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { lecture, order, send } from '../cast/orders.ts'

const today = dayAt(Date.now())
const programme = 'campaigns'

let house: StandingHouse
let [province, county, town, village, neighbour] = [] as unknown as [Client, Client, Client, Client, Client]
before(async () => {
  house = await standUp()
  province = await house.signIn('provinceStaff')
  county = await house.signIn('countyChair')
  town = await house.signIn('townChair')
  village = await house.signIn('villageChair')
  neighbour = await house.signIn('neighbour')
})
after(() => house.stop())

const asked = {
  title: '宣讲进村',
  what: '每个村讲两场',
  since: addDays(today, -3),
  due: addDays(today, 30),
  kind: 'theme',
}
const counting = { ...asked, counts: 'lectures.sessions', target: 40 }

type Ref = { shard: number; id: string }
const tell = (client: Client, record: Ref, command: string, input: object = {}) =>
  client.call('perform', { body: order(input as Record<string, unknown>, { programme, command, record }) })
const begin = async (client: Client, input: object): Promise<Ref> =>
  (await send(client, input as Record<string, unknown>, { programme, command: 'draft' })).record
const mine = async (client: Client, unit: number) =>
  (await client.call('records', { query: { unit, only: 'here', programme } })).rows.map(
    ({ shard, id, phase, title }) => ({
      ref: { shard, id },
      phase,
      title,
    }),
  )
const handed = (client: Client, { shard, id }: Ref) => client.call('handed', { params: { shard, id } })

test('opened at the top, broken down to the village, fulfilled there by recording a lecture and nothing else', async () => {
  const { places } = house
  const top = await begin(province, counting)
  await tell(province, top, 'issue', { to: 'county', each: 20 })
  const [atCounty] = await mine(county, places.county.no)
  assert.ok(atCounty)
  assert.equal(atCounty.phase, 'given')
  await tell(county, atCounty.ref, 'issue', { to: 'village', each: 2 })
  const [atVillage] = await mine(village, places.village.no)
  assert.ok(atVillage)
  const { waiting } = await village.call('today', { query: { unit: places.village.no } })
  assert.ok(waiting.some(each => each.kind === 'task' && each.title === '宣讲进村'))

  await send(village, { ...lecture, day: today })
  const one = await handed(county, atCounty.ref)
  assert.deepEqual(
    one.rows.filter(row => row.unit.no === places.village.no).map(row => [row.reached, row.target]),
    [[1, 2]],
  )
  await send(village, { ...lecture, day: today })
  for (let n = 0; n < 60 && (await mine(village, places.village.no))[0]?.phase !== 'done'; n++) await sleep(200)
  const closed = await village.call('record', { params: atVillage.ref })
  assert.equal(closed.phase, 'done')
  assert.equal(closed.history[0]?.kind, 'fulfilled')

  const seen = await handed(province, top)
  const row = seen.rows.find(each => each.unit.no === places.county.no)
  assert.deepEqual([seen.own.reached, row?.reached, row?.target, row?.parts.done], [2, 2, 20, 1])
  const opened = await province.call('handle', { params: { handle: row?.handle ?? '' } })
  assert.equal(opened.cell.recorded, 2)
})

test('a task the records tell cannot be reported, and only the house hands down or closes', async () => {
  const [task] = await mine(neighbour, house.places.otherVillage.no)
  assert.ok(task)
  const own = task.ref
  const report = order({ result: '讲完了' }, { programme, command: 'report', record: own })
  assert.equal((await neighbour.refused('perform', { body: report })).body.code, 'already-stored')
  const fulfil = order({ reached: 9, day: today }, { programme, command: 'fulfil', record: own })
  assert.equal((await county.refused('perform', { body: fulfil })).body.code, 'not-allowed')
  const parent = { shard: 1, id: own.id }
  const assign = order({ ...asked, parent, from: 1, wave: 1 }, { programme, command: 'assign' })
  assert.equal((await county.refused('perform', { body: assign })).body.code, 'not-allowed')
})

test('what no record tells is reported below and decided above, never by the unit itself', async () => {
  const { places } = house
  const task = await begin(town, { ...asked, title: '清一清阵地' })
  await tell(town, task, 'issue', { to: 'village' })
  const found = (await mine(village, places.village.no)).find(each => each.title === '清一清阵地')
  assert.ok(found)
  const row = found.ref
  await tell(village, row, 'receive')
  await tell(village, row, 'report', { result: '两处阵地都清了' })
  const own = order({}, { programme, command: 'accept', record: row })
  assert.equal((await village.refused('perform', { body: own })).body.code, 'not-allowed')
  const { waiting } = await town.call('today', { query: { unit: places.township.no } })
  assert.ok(waiting.some(each => each.kind === 'accept'))
  await tell(town, row, 'return', { reason: '第三处呢' })
  await tell(village, row, 'report', { result: '三处都清了' })
  await tell(town, row, 'accept')
  assert.equal((await handed(town, task)).done, 1)
})

test('numbers differ by unit, a second wave counts from its own day, and the cost is known beforehand', async () => {
  const { places } = house
  const task = await begin(county, { ...counting, title: '分开布置', target: 9 })
  const below = await county.call('unitsBelow', { params: { no: places.county.no }, query: { level: 5 } })
  assert.ok(below.rows.some(row => row.no === places.village.no))
  const elsewhere = order(
    { to: 'village', targets: { [places.farVillage.no]: 3 } },
    { programme, command: 'issue', record: task },
  )
  assert.equal((await county.refused('perform', { body: elsewhere })).body.issues?.[0]?.rule, 'not-below')
  await tell(county, task, 'issue', { to: 'village', targets: { [places.village.no]: 7, [places.otherVillage.no]: 2 } })
  const first = await handed(county, task)
  assert.deepEqual(
    first.rows.map(row => [row.unit.no, row.target, row.wave]).sort(),
    [
      [places.village.no, 7, 1],
      [places.otherVillage.no, 2, 1],
    ].sort(),
  )
  const reached = first.rows.find(row => row.unit.no === places.village.no)?.reached
  assert.equal(reached, 2, 'the two lectures given above')
  const since = addDays(today, 1)
  await tell(county, task, 'issue', {
    to: 'village',
    targets: { [places.village.no]: 3 },
    since,
    due: addDays(today, 20),
  })
  const again = await handed(county, task)
  assert.deepEqual(
    again.rows.filter(row => row.wave === 2).map(row => [row.unit.no, row.reached, row.target]),
    [[places.village.no, 0, 3]],
  )
})

test('a question the records answer is refused with the figure that answers it; another is asked, answered and taken home', async () => {
  const stored = order({ ...asked, asks: ['今年开展宣讲多少场？'] }, { programme, command: 'draft' })
  const { body } = await county.refused('perform', { body: stored })
  assert.equal(body.code, 'already-stored')
  assert.deepEqual([body.issues?.[0]?.path, body.issues?.[0]?.rule], ['asks', 'stored'])
  assert.match(body.issues?.[0]?.message ?? '', /宣讲场次/)
  const task = await begin(county, { ...asked, title: '问两句', asks: ['还缺哪些书', '谁来讲'] })
  await tell(county, task, 'issue', { to: 'village', targets: { [house.places.village.no]: 1 } })
  const mineNow = (await mine(village, house.places.village.no)).find(each => each.title === '问两句')
  assert.ok(mineNow)
  await tell(village, mineNow.ref, 'report', { result: '看过了', replies: ['绘本', '李老师'] })
  const found = await handed(county, task)
  assert.deepEqual(
    [found.asks, found.rows[0]?.replies],
    [
      ['还缺哪些书', '谁来讲'],
      ['绘本', '李老师'],
    ],
  )
  const answer = await county.fetch(`/api/records/${task.shard}/${task.id}/replies.xlsx`)
  assert.equal(answer.status, 200)
  const sheet = await readSheet(new Uint8Array(await answer.arrayBuffer()))
  const rows: unknown[][] = []
  for await (const row of sheet.rows) rows.push([...row.cells])
  assert.deepEqual(rows.at(-1)?.slice(2), ['绘本', '李老师'])
  assert.equal((await neighbour.fetch(`/api/records/${task.shard}/${task.id}/replies.xlsx`)).status, 404)
})

test('the same order sent again hands nothing down twice; a level with no unit below is told', async () => {
  const task = await begin(county, { ...asked, title: '只发一次' })
  const body = order({ to: 'township' }, { programme, command: 'issue', record: task })
  const first = await county.call('perform', { body })
  const again = await county.call('perform', { body })
  assert.deepEqual([first.repeated, again.repeated], [false, true])
  const found = await handed(county, task)
  assert.equal(found.given, new Set(found.rows.map(row => row.unit.no)).size)
  const lower = await begin(village, { ...asked, title: '往哪儿分' })
  const nowhere = order({ to: 'village' }, { programme, command: 'issue', record: lower })
  const { body: told } = await village.refused('perform', { body: nowhere })
  assert.equal(told.issues?.[0]?.rule, 'no-units-there')
  const unknown = order({ ...counting, counts: 'lectures.nothing' }, { programme, command: 'draft' })
  assert.equal((await county.refused('perform', { body: unknown })).body.issues?.[0]?.rule, 'not-offered')
  const stock = order({ ...counting, counts: 'womens-homes.homes' }, { programme, command: 'draft' })
  assert.equal((await county.refused('perform', { body: stock })).body.issues?.[0]?.rule, 'not-countable')
})

test('what was closed by the records is not closed again', async () => {
  assert.equal(await fulfilTasks(house.platform.office.house), 0)
})
