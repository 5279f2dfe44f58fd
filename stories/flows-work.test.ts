// More ways of governing: a meeting, an article, a class, the duties of a term.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Hand } from './hand.ts'
import { stageFor, told } from './stage.ts'

const { house, on, hand, allQuiet } = stageFor('2026-10-12')

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
  const { executive } = house().people
  const name = (
    await house().platform.open.asOwner(owner => owner.query('select name from person where id = $1', [executive]))
  ).rows[0].name as string
  const card = async (one: Hand): Promise<string> => {
    await one.open(`/units/${house().places.village.no}`)
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
