// The seven ways of governing, each as the people concerned go it: on the phone of the village, at the desk of those above.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { standUp, type StandingHouse } from '../cast/house.ts'
import type { Role } from '../cast/people.ts'
import { openBrowser } from './browser.ts'
import { handOf, scan, type Hand, type Ref } from './hand.ts'

/** The Monday before the National Day week; a story moves it on. */
let now = Date.parse('2026-09-21T09:00:00+08:00')
const on = (day: string) => {
  now = Date.parse(`${day}T09:00:00+08:00`)
}

let house: StandingHouse
let browser: Browser
const hands = new Map<string, Hand>()
before(async () => {
  house = await standUp({}, { now: () => now })
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

/** Everybody signs in once and stays at her device for all the stories. */
async function hand(role: Role, device: 'phone' | 'desk' = 'desk'): Promise<Hand> {
  const key = `${role} ${device}`
  const one = hands.get(key) ?? (await handOf(browser, house, role, device))
  hands.set(key, one)
  return one
}
/** What a page complained of fails the story it happened in. */
const allQuiet = () => {
  for (const one of hands.values()) one.quiet()
}
const told = async (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 15_000 })
const shortOf = async (no: number): Promise<string> =>
  (await house.platform.office.db.query('select short_name from unit where no = $1', [no])).rows[0].short_name
const taskOf = async (unit: number): Promise<Ref> =>
  (
    await house.platform.open.asOwner(owner =>
      owner.query(`select shard, id from record where programme = 'campaigns' and unit = $1 order by id desc limit 1`, [
        unit,
      ]),
    )
  ).rows[0]

test('a provincial campaign is broken down to a village and fulfilled there by recording lectures only', async () => {
  const { county, village } = house.places
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
  await below.give(await taskOf(county.no), '往下分', {
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
  const given = await taskOf(village.no)
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
  const { village } = house.places
  await house.platform.open.asOwner(owner =>
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

test('a joint meeting decides something, which waits until it is done', async () => {
  on('2026-10-12')
  const county = await hand('countyChair')
  const record = await county.begin(
    'meetings',
    { title: '家庭教育联席会议', day: '2026-10-12', expected: 12, kind: '联席会议' },
    '发通知',
  )
  await county.give(record, '开完了', { attended: 11 })
  await county.give(record, '写记录', { minutes: '各部门通报了情况，议定一件事。' })
  await county.give(record, '记决定', { what: '每个乡镇配一名指导员', owner: '家儿部', due: '2026-10-30' })
  await county.open('/')
  await told(county.page, /每个乡镇配一名指导员/)
  await county.look('flow-meeting-waits')
  on('2026-10-20')
  await county.give(record, '办完一件', { item: 1, how: '两个乡镇都配好了' })
  await county.open(`/records/${record.shard}/${record.id}`)
  await told(county.page, /两个乡镇都配好了|办完/)
  await county.look('flow-meeting-closed')
  const phoneHand = await hand('countyStaff', 'phone')
  await phoneHand.open(`/records/${record.shard}/${record.id}`)
  await phoneHand.look('flow-meeting')
  allQuiet()
})

test('an article goes through three reviews by three people, is published and corrected', async () => {
  const worker = await hand('villageChair', 'phone')
  const record = await worker.begin(
    'articles',
    { title: '她在村里办起了书屋', kind: '文章', about: '家庭', text: '书屋每晚亮着灯……' },
    '写稿',
  )
  await worker.open(`/records/${record.shard}/${record.id}`)
  await worker.look('flow-article-draft')
  for (const role of ['townStaff', 'townChair', 'countyStaff'] as const) {
    const reader = await hand(role)
    await reader.give(record, '审过', { opinion: '可以发' })
  }
  await worker.give(record, '发布', { channels: ['微信公众号'] })
  const town = await hand('townChair')
  await town.give(record, '更正', { title: '她在村里办书屋', reason: '标题更正' })
  await town.open(`/records/${record.shard}/${record.id}`)
  await told(town.page, '她在村里办书屋')
  await told(town.page, /标题更正/)
  await town.look('flow-article-corrected')
  allQuiet()
})

test('a class is opened, filled beyond its places, held and followed up', async () => {
  const county = await hand('countyStaff')
  const record = await county.begin(
    'trainings',
    { title: '领头雁培训班', since: '2026-10-20', places: 2, kind: '领头雁培训' },
    '发招生',
  )
  await county.give(record, '报名', { applying: ['学员甲', '学员乙', '学员丙'], consent: true })
  await county.give(record, '录取', { admitting: ['学员甲', '学员乙', '学员丙'] })
  await county.open(`/records/${record.shard}/${record.id}`)
  await told(county.page, '排队等的')
  await county.look('flow-class-full')
  await county.give(record, '退出', { leaving: ['学员甲'], reason: '家里有事' })
  await county.give(record, '办完了', { attended: 2, people: ['学员乙', '学员丙'] })
  await county.give(record, '记合格', { passing: ['学员乙'] })
  on('2026-11-20')
  await county.give(record, '回访', { followed: ['学员乙'], led: '走上新岗位' })
  await county.open(`/records/${record.shard}/${record.id}`)
  await told(county.page, '走上新岗位')
  await county.look('flow-class-followed')
  const phoneHand = await hand('countyChair', 'phone')
  await phoneHand.open(`/records/${record.shard}/${record.id}`)
  await phoneHand.look('flow-class')
  allQuiet()
})

test('an executive’s duty card fills itself from her ordinary records', async () => {
  const { executive } = house.people
  const name = (
    await house.platform.open.asOwner(owner => owner.query('select name from person where id = $1', [executive]))
  ).rows[0].name as string
  const card = async (one: Hand): Promise<string> => {
    await one.open(`/units/${house.places.village.no}`)
    const row = one.page.locator('.duties, [data-duties], section').filter({ hasText: '任期履职' }).first()
    await row.waitFor()
    return row.innerText()
  }
  const county = await hand('countyChair')
  await county.begin('trainings', {
    ...{ title: '执委培训班', attended: 40, people: [name], kind: '执委培训' },
  })
  await county.begin('meetings', { title: '入户调研', attended: 5, people: [name], kind: '调研活动' }, '记会议')
  await county.begin('lectures', { title: '执委讲政策', attended: 20, setting: '进村', form: '报告会', host: [name] })
  const worker = await hand('villageChair', 'phone')
  await worker.begin('study-reports', { title: '婚俗调研', kind: '调研报告', author: name })
  await worker.begin('executive-ties', { giver: name, organisation: '向阳微家', kind: '妇女微家' })
  const seen = await card(county)
  assert.match(seen, new RegExp(name))
  await county.look('flow-duty-rate')
  const herself = await hand('executive', 'phone')
  await herself.open('/me')
  await told(herself.page, '任期履职')
  await herself.look('flow-duty-card')
  allQuiet()
})
