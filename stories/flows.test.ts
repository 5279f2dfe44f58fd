// Ways of governing, as the people concerned go them: on the phone of the village, at the desk of those above.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scan, type Ref } from './hand.ts'
import { newestAt, stageFor, told } from './stage.ts'

/** The Monday before the National Day week. */
const { house, on, hand, allQuiet } = stageFor('2026-09-21')
const shortOf = async (no: number): Promise<string> =>
  (await house().platform.office.db.query('select short_name from unit where no = $1', [no])).rows[0].short_name

test('a provincial campaign is broken down to a village and fulfilled there by recording lectures only', async () => {
  const { county, village } = house().places
  const province = await hand('provinceStaff')
  const task = await province.begin('campaigns', {
    ...{ title: '宣讲进村', what: '秋收以后每个村讲两场', since: '2026-09-21', due: '2026-12-20' },
    ...{ counts: '宣讲场次', target: 2, kind: '主题活动' },
  })
  await province.open(`/records/${task.shard}/${task.id}`)
  await province.page.getByRole('button', { name: '往下分', exact: true }).click()
  const form = province.page.getByRole('dialog')
  await form.locator('[data-field=to] select').selectOption({ label: '县（市、区）' })
  await form.locator('.shares').waitFor()
  await told(province.page, /不另填表/)
  await form
    .locator('.shares li')
    .filter({ hasText: await shortOf(county.no) })
    .locator('input')
    .fill('2')
  await province.look('flow-campaign-issue')
  await form.locator('button[type=submit]').click()
  await form.waitFor({ state: 'detached' })

  const below = await hand('countyChair')
  await below.give(await newestAt(house(), 'campaigns', county.no), '往下分', {
    to: '村（社区）',
    targets: { [await shortOf(village.no)]: 2 },
  })
  const worker = await hand('villageChair', 'phone')
  await worker.open('/')
  await told(worker.page, '宣讲进村')
  await worker.look('flow-campaign-village')
  for (const title of ['宣讲进村头一场', '宣讲进村第二场'])
    await worker.begin('lectures', { title, attended: 26, setting: '进村', form: '报告会' })
  const waits = async () => {
    await worker.open('/')
    await worker.page.waitForLoadState('networkidle')
    return worker.page.getByText('宣讲进村', { exact: true }).first().isVisible()
  }
  for (let n = 0; n < 20 && (await waits()); n++) await worker.page.waitForTimeout(500)
  assert.equal(await waits(), false, 'nothing waits any more')
  const given = await newestAt(house(), 'campaigns', village.no)
  await worker.open(`/records/${given.shard}/${given.id}`)
  await told(worker.page, /自动销号/)
  await worker.look('flow-campaign-done')

  await province.open(`/records/${task.shard}/${task.id}`)
  const row = province.page.locator('tr.lv1').filter({ hasText: await shortOf(county.no) })
  await row.waitFor()
  assert.deepEqual(
    (await row.locator('td.num').allInnerTexts()).map(text => text.trim()),
    ['2', '2'],
  )
  await province.look('flow-campaign-above')
  allQuiet()
})

test('a re-election that falls due is reminded of by letter, answered and closed', async () => {
  const { village } = house().places
  await house().platform.open.asOwner(owner =>
    owner.query(`update appointment set since = '2021-10-08' where unit = $1 and kind = 'chair'`, [village.no]),
  )
  const town = await hand('townChair')
  await town.open('/')
  await told(town.page, /届/)
  await town.look('flow-letter-due')
  await town.open('/record/reminders')
  await town.page.locator('#where').fill(village.name.slice(0, 2))
  await town.page.getByRole('option').filter({ hasText: village.name }).first().click()
  const form = town.page.locator('main form')
  await form.locator('[data-field=title] input').fill('按期换届')
  await form.locator('[data-field=what] textarea').fill('本届妇联十月初任期届满，请报换届请示。')
  await form.locator('[data-field=due] input').fill('2026-09-30')
  await form.locator('[data-field=about] select').selectOption({ label: '换届' })
  const [answer] = await Promise.all([
    town.page.waitForResponse(each => each.url().endsWith('/api/orders')),
    town.page.locator('button[type=submit]').last().click(),
  ])
  const { record } = (await answer.json()) as { record: Ref }

  const worker = await hand('villageChair', 'phone')
  await worker.open('/')
  await told(worker.page, /按期换届/)
  await worker.look('flow-letter-waiting')
  await worker.give(record, '收到')
  await worker.give(record, '回函', { answer: '换届大会定在十月五日，请示已经报上。' })
  await worker.look('flow-letter-answered')
  await town.give(record, '办结')
  await town.open(`/records/${record.shard}/${record.id}`)
  await told(town.page, /〔2026〕1号/)
  await told(town.page, /换届大会定在十月五日/)
  await town.look('flow-letter-closed')
  allQuiet()
})

test('a most beautiful family goes from self-nomination over a holiday to a certificate that is verified by scanning', async () => {
  const worker = await hand('villageChair', 'phone')
  const record = await worker.begin(
    'family-honours',
    {
      ...{ name: '张美丽家庭', award: '最美家庭', people: ['张美丽'], edition: '2026年' },
      ...{ by: '自己报名', deeds: '三代同堂，办起村里的书屋。' },
    },
    '推荐',
  )
  await worker.open(`/records/${record.shard}/${record.id}`)
  await worker.look('flow-honour-nominated')
  const county = await hand('countyChair')
  await county.give(record, '核对条件', { on: '2026-09-21', eligible: true })
  await county.give(record, '记意见', { department: '公安', agrees: true })
  await county.give(record, '打分', { reviewer: '评委甲', points: 92 })
  await county.give(record, '公示', { from: '2026-09-21', where: '村务公开栏' })
  await county.open(`/records/${record.shard}/${record.id}`)
  await county.page.locator('.public').waitFor()
  await county.look('flow-honour-shown')
  const link = county.page.locator('.public a')
  const notice = (await link.getAttribute('href')) ?? ''

  const neighbour = await hand('neighbour', 'phone')
  await neighbour.page.goto(notice)
  await told(neighbour.page, '张*丽家庭')
  await neighbour.look('flow-honour-notice')

  // five working days: 22, 23, 24, 28 and 29 September; 25 to 27 are days off
  await told(county.page, /2026年9月29日/)
  on('2026-09-30')
  await county.give(record, '评上', { since: '2026-09-30', rank: '县级' })
  await county.open(`/records/${record.shard}/${record.id}/certificate`)
  await county.page.locator('.certificate').waitFor()
  await told(county.page, /编号 2026-0001/)
  await county.look('flow-honour-certificate')
  const scanned = await scan(county.page)
  await neighbour.page.goto(scanned)
  await told(neighbour.page, /证书是真的，现在有效/)
  await told(neighbour.page, '张*丽家庭')
  await neighbour.look('flow-honour-verified')
  allQuiet()
})
