import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayAt } from '#base/day'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { send } from '../cast/orders.ts'

const today = dayAt(Date.now())
let house: StandingHouse
let village: Client
let county: Client
before(async () => {
  house = await standUp()
  village = await house.signIn('villageChair')
  county = await house.signIn('countyChair')
})
after(() => house.stop())

const cardOf = async (client: Client, person: string) => {
  const { rows } = await client.call('duties', { params: { no: house.places.village.no } })
  const card = rows.find(row => row.person === person)
  return Object.fromEntries((card?.items ?? []).map(({ duty, is }) => [duty, is]))
}

test('an executive’s card fills itself from work recorded anyway, wherever it was recorded; nobody fills it in', async () => {
  const person = house.people.executive
  const her = { id: person }
  assert.deepEqual(await cardOf(village, person), { training: 0, study: 0, report: 0, tie: 0, lecture: 0 })

  // the county’s class, the village’s lecture, her own report, her tie, a study trip
  const training = { title: '执委培训', since: today, attended: 40, people: [her], kind: 'executives' }
  await send(county, training, { programme: 'trainings', command: 'record' })
  const lecture = { title: '讲政策', attended: 20, setting: 'village', form: 'talk', host: [her] }
  await send(village, lecture, { programme: 'lectures', command: 'record' })
  const report = { title: '婚俗调研', since: today, kind: 'report', author: her }
  await send(village, report, { programme: 'study-reports', command: 'record' })
  const tie = { giver: her, organisation: '向阳微家', since: today, kind: 'micro-home' }
  await send(village, tie, { programme: 'executive-ties', command: 'begin' })
  assert.deepEqual(await cardOf(village, person), { training: 1, study: 0, report: 1, tie: 1, lecture: 1 })

  const trip = { title: '入户调研', day: today, attended: 5, people: [her], kind: 'study' }
  await send(county, trip, { programme: 'meetings', command: 'record' })
  const own = await house.signIn('executive')
  assert.deepEqual(await cardOf(own, person), { training: 1, study: 1, report: 1, tie: 1, lecture: 1 })
  const { rows } = await county.call('duties', { params: { no: house.places.village.no } })
  assert.equal(rows.filter(({ done, items }) => done === items.length).length, 1)
})

test('how often is owed is decided by the place, and somebody from elsewhere sees no card', async () => {
  const keeper = await house.signIn('countyKeeper')
  await keeper.call('setSetting', { body: { unit: house.places.county.no, key: 'duty.lecture', value: 2 } })
  const { rows } = await village.call('duties', { params: { no: house.places.village.no } })
  const lecture = rows
    .find(({ person }) => person === house.people.executive)
    ?.items.find(each => each.duty === 'lecture')
  assert.deepEqual([lecture?.is, lecture?.needed], [1, 2])
  const stranger = await house.signIn('stranger')
  const refused = await stranger.refused('duties', { params: { no: house.places.village.no } })
  assert.equal(refused.body.code, 'not-allowed')
})
