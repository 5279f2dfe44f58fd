import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addDays, dayAt } from '#base/day'
import { afterWorkdays, calendarWith } from '#base/workdays'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { order, send } from '../cast/orders.ts'

const today = dayAt(Date.now())
const programme = 'family-honours'
let house: StandingHouse
let village: Client
let county: Client
before(async () => {
  house = await standUp()
  village = await house.signIn('villageChair')
  county = await house.signIn('countyChair')
})
after(() => house.stop())

type Where = { shard: number; id: string }
const tell = (client: Client, record: Where, command: string, said: Record<string, unknown>) =>
  client.call('perform', { body: order(said, { programme, command, record }) })
const nomination = (name: string) => ({
  ...{ name, award: 'most-beautiful', edition: today.slice(0, 4), by: 'self' },
  people: [{ id: randomUUID(), name }],
})

/** Put forward by the village, found eligible and shown by the county, long enough ago to be granted today. */
async function shown(name: string): Promise<Where> {
  const { record } = await send(village, nomination(name), { programme, command: 'nominate' })
  await tell(county, record, 'vet', { on: today, eligible: true })
  await tell(county, record, 'notice', { from: today, where: '村务公开栏' })
  return record
}

test('put forward by herself, shown for working days only, and not granted before they are over', async () => {
  const record = await shown('甲家')
  const until = afterWorkdays(today, 5, calendarWith())
  const page = await county.call('record', { params: record })
  assert.equal(page.fields.find(({ name }) => name === 'noticeUntil')?.value, until)
  const early = await county.refused('perform', {
    body: order({ since: today, rank: 'county' }, { programme, command: 'grant', record }),
  })
  assert.equal(early.body.code, 'too-early')
  // the village puts forward and may raise an objection; what follows is not hers to decide
  const notHers = await house.signIn('executive')
  const refused = await notHers.refused('perform', {
    body: order({ reason: '不评' }, { programme, command: 'decline', record }),
  })
  assert.equal(refused.body.code, 'not-allowed')
})

test('sixty honours granted at once have sixty numbers without a gap', async () => {
  // the notice of these was over long ago: their days are set back where they are kept, as if they had been shown then
  const records = await Promise.all(Array.from({ length: 60 }, (_, i) => shown(`第${i + 1}家`)))
  const { asOwner } = house.platform.open
  await asOwner(owner =>
    owner.query(
      `update record set state = jsonb_set(jsonb_set(state, '{fields,noticeUntil}', to_jsonb($1::text)), '{fields,nominatedOn}', to_jsonb($2::text))
       where programme = $3 and phase = 'shown'`,
      [addDays(today, -1), addDays(today, -30), programme],
    ),
  )
  const given = await Promise.allSettled(
    records.map(record =>
      tell(county, record, 'grant', { since: today, rank: 'county', document: '县妇字〔2026〕8号' }),
    ),
  )
  assert.deepEqual(
    given.map(({ status }) => status),
    given.map(() => 'fulfilled'),
  )
  const pages = await Promise.all(records.map(record => county.call('record', { params: record })))
  const numbers = pages.map(page => String(page.fields.find(({ name }) => name === 'certificate')?.value))
  const expected = records.map((_, i) => `${today.slice(0, 4)}-${String(i + 1).padStart(4, '0')}`)
  assert.deepEqual(numbers.toSorted(), expected)

  const table = await county.call('figures', {
    body: {
      indicators: ['family-honours.mostBeautiful', 'family-honours.nominated'],
      unit: house.places.county.no,
      from: `${today.slice(0, 4)}-01-01`,
      to: today,
    },
  })
  assert.equal(table.rows[0]?.cells[0]?.recorded, 60)
})

test('places of an edition are not overrun, however many are put forward at once', async () => {
  const keeper = await house.signIn('countyKeeper')
  const body = { unit: house.places.village.no, key: `limit.${programme}.quota`, value: 65 }
  await keeper.call('setSetting', { body })
  const many = await Promise.allSettled(
    Array.from({ length: 30 }, (_, i) =>
      village.call('perform', { body: order(nomination(`候选${i}`), { programme, command: 'nominate' }) }),
    ),
  )
  // one is shown and sixty are granted already: four places are left
  assert.equal(many.filter(({ status }) => status === 'fulfilled').length, 4)
})
