import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addDays, dayAt } from '#base/day'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { order, send } from '../cast/orders.ts'

/** A thousand orders at once, as many as fit in the open connections of a small office's server. */
const crowd = 1000
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

const each = <Result>(work: (i: number) => Promise<Result>) =>
  Promise.allSettled(Array.from({ length: crowd }, (_, i) => work(i)))
const kept = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.filter(({ status }) => status === 'fulfilled').length
/** Every refusal is the one that was meant, none an accident. */
const refusals = (outcomes: readonly PromiseSettledResult<unknown>[]) => [
  ...new Set(outcomes.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason.body?.code] : []))),
]

test('of a thousand put forward at once a quota of a hundred takes a hundred', async () => {
  const programme = 'family-honours'
  const keeper = await house.signIn('countyKeeper')
  await keeper.call('setSetting', {
    body: { unit: house.places.village.no, key: `limit.${programme}.quota`, value: 100 },
  })
  const nomination = (i: number) => ({
    ...{ name: `候选${i}`, award: 'most-beautiful', edition: today.slice(0, 4), by: 'self' },
    people: [{ id: randomUUID(), name: `候选${i}` }],
  })
  const outcomes = await each(i => send(village, nomination(i), { programme, command: 'nominate' }))
  assert.deepEqual([kept(outcomes), refusals(outcomes)], [100, ['limit-reached']])
})

test('of a thousand who apply at once a class of three hundred admits three hundred', async () => {
  const programme = 'trainings'
  const call = { title: '领头雁培训班', since: addDays(today, -5), places: 300, kind: 'lead-goose' }
  const { record } = await send(county, call, { programme, command: 'call' })
  const people = Array.from({ length: crowd }, (_, i) => ({ id: randomUUID(), name: `学员${i}` }))
  const tell = (command: string, said: Record<string, unknown>) =>
    county.call('perform', { body: order(said, { programme, command, record }) })
  const applied = await each(i => tell('apply', { applying: [people[i]], consent: true }))
  const admitted = await each(i => tell('admit', { admitting: [{ id: people[i]?.id }] }))
  assert.deepEqual([kept(applied), kept(admitted)], [crowd, crowd])
  const page = await county.call('record', { params: record })
  const shown = Object.fromEntries(page.fields.map(({ name, value }) => [name, value]))
  assert.deepEqual([shown.applicants, shown.admitted, shown.waiting], [crowd, 300, crowd - 300])
})

test('a thousand certificates granted at once are numbered one to a thousand, each number once', async () => {
  const programme = 'family-honours'
  const at = (command: string, record?: { shard: number; id: string }) => ({
    ...{ programme, command },
    ...(record && { record }),
  })
  const all = <Result>(work: (i: number) => Promise<Result>) =>
    Promise.all(Array.from({ length: crowd }, (_, i) => work(i)))
  const nomination = (i: number) => ({ name: `名单${i}家`, award: 'civilised', edition: '证书', by: 'unit' })
  const records = (await all(i => send(county, nomination(i), at('nominate')))).map(({ record }) => record)
  const tell = (i: number, command: string, said: Record<string, unknown>) =>
    county.call('perform', { body: order(said, at(command, records[i])) })
  await all(i => tell(i, 'vet', { on: today, eligible: true }))
  await all(i => tell(i, 'notice', { from: today }))
  // their notice was over long ago: its days are set back where they are kept
  const { asOwner } = house.platform.open
  await asOwner(owner =>
    owner.query(
      `update record set state = jsonb_set(jsonb_set(state, '{fields,noticeUntil}', to_jsonb($1::text)), '{fields,nominatedOn}', to_jsonb($2::text))
       where programme = $3 and phase = 'shown'`,
      [addDays(today, -1), addDays(today, -30), programme],
    ),
  )
  const granted = await each(i => tell(i, 'grant', { since: today, rank: 'county' }))
  assert.deepEqual([kept(granted), refusals(granted)], [crowd, []])
  const numbers = await asOwner(async owner => {
    const { rows } = await owner.query(
      `select substring(state -> 'fields' ->> 'certificate' from '-(\\d+)$')::int as n from record
       where programme = $1 and phase = 'granted' order by n`,
      [programme],
    )
    return rows.map(({ n }) => n)
  })
  assert.deepEqual(
    numbers,
    Array.from({ length: crowd }, (_, i) => i + 1),
  )
})
