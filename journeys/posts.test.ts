import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPlatform } from '#server/platform'
import { signedIn, standUp, type StandingHouse } from '../cast/house.ts'
import { order, send } from '../cast/orders.ts'

let house: StandingHouse
before(async () => {
  house = await standUp()
})
after(() => house.stop())

/** A new colleague with a password of her own, in a post at a unit. */
async function colleague(username: string, post: string, unit: number) {
  const keeper = await house.signIn('countyKeeper')
  const { account, firstPassword } = await keeper.call('makeAccount', {
    body: { name: username, username, unit, post },
  })
  const first = await signedIn(house.platform.url, username, firstPassword)
  const body = JSON.stringify({ currentPassword: firstPassword, newPassword: '自己的密码-5678' })
  await first.fetch('/api/auth/change-password', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  const client = await signedIn(house.platform.url, username, '自己的密码-5678', account.person)
  const posts = await keeper.call('posts', { params: { no: unit } })
  const record = posts.held.find(each => each.person === account.person)?.record
  if (!record) throw new Error('her post is no record')
  return { client, record }
}

test('a post that ends takes its rights with it at once: the next thing she asks is refused; and gives them back when the ending was a mistake', async () => {
  const unit = house.places.village.no
  const { client, record } = await colleague('新干部', 'staff', unit)
  await send(client)
  const staff = await house.signIn('countyChair')
  const ended = await send(
    staff,
    { ending: 'transferred' },
    { programme: 'office-staff', command: 'end', record, revision: 1 },
  )
  const refused = await client.refused('perform', { body: order() })
  assert.equal(refused.body.code, 'not-allowed')
  assert.deepEqual((await client.call('me', {})).posts, [])
  assert.deepEqual((await client.call('records', {})).rows, [])
  const again = { until: null, ending: null, reason: '点错了' }
  await send(staff, again, { programme: 'office-staff', command: 'correct', record, revision: ended.revision })
  assert.equal((await send(client)).repeated, false)
})

test('another server hears of it too', async () => {
  const { client, record } = await colleague('两处干部', 'staff', house.places.otherVillage.no)
  const { settings } = house.platform.office
  const ground = house.platform.open.ground.embedded?.connection
  const app = new URL(`postgres://x/${ground?.database}`)
  app.searchParams.set('host', ground?.host ?? '')
  app.username = ground?.user ?? ''
  app.password = ground?.password ?? ''
  const second = await startPlatform({ ...settings, databaseUrl: app.href, dataDir: `${settings.dataDir}/second` })
  try {
    const there = await signedIn(second.url, '两处干部', '自己的密码-5678')
    await send(there)
    const staff = await house.signIn('countyChair')
    await send(staff, { ending: 'retired' }, { programme: 'office-staff', command: 'end', record, revision: 1 })
    // told from one server to the other: soon, but a busy machine may take its time
    for (let n = 0; n < 50 && (await there.call('me', {})).posts.length > 0; n++) await sleep(100)
    assert.equal((await there.refused('perform', { body: order() })).body.code, 'not-allowed')
    assert.equal((await client.refused('perform', { body: order() })).body.code, 'not-allowed')
  } finally {
    await second.stop()
  }
})

test('a moved village is seen by its new county the same second, and no longer by the old one', async () => {
  const { otherVillage, farTownship } = house.places
  const neighbour = await house.signIn('neighbour')
  const { record } = await send(neighbour)
  const old = await house.signIn('countyStaff')
  const next = await house.signIn('stranger')
  await old.call('record', { params: record })
  assert.equal((await next.refused('record', { params: record })).status, 404)
  const keeper = await house.signIn('keeper')
  const move = {
    command: 'move',
    id: randomUUID(),
    unit: otherVillage.no,
    parent: farTownship.no,
    since: '2026-11-25',
  } as const
  assert.equal((await keeper.call('changeTree', { body: move })).repeated, false)
  assert.equal((await keeper.call('changeTree', { body: move })).repeated, true)
  await next.call('record', { params: record })
  assert.equal((await old.refused('record', { params: record })).status, 404)
  const listed = async (client: typeof old) =>
    (await client.call('records', { query: { unit: otherVillage.no } })).rows.map(row => row.id)
  assert.ok((await listed(next)).includes(record.id))
  assert.deepEqual(await listed(old), [])
  await send(neighbour)
})

test('seats are those the establishment gives, from the day it is entered to the day it ends, beside those that are filled', async () => {
  const { no } = house.places.township
  const keeper = await house.signIn('countyChair')
  const seats = async () =>
    Object.fromEntries(
      (await keeper.call('posts', { params: { no } })).seats.map(each => [each.kind, [each.seats, each.filled]]),
    )
  assert.deepEqual(await seats(), { chair: [0, 1], staff: [0, 1] })
  const enter = (post: string, count: number) =>
    send(
      keeper,
      { post, seats: count, since: '2024-01-01' },
      { programme: 'establishment', command: 'enter', unit: no },
    )
  await enter('chair', 1)
  await enter('vice-full', 2)
  const { record, revision } = await enter('vice-part', 4)
  await enter('executive', 25)
  await enter('group-leader', 8)
  const given = { chair: [1, 1], staff: [0, 1], executive: [25, 0], leader: [8, 0] }
  assert.deepEqual(await seats(), { ...given, vice: [6, 0] })
  const ending = { until: '2024-06-01', ending: 'ended' }
  await send(keeper, ending, { programme: 'establishment', command: 'end', record, revision })
  assert.deepEqual(await seats(), { ...given, vice: [2, 0] })
})
