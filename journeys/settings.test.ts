import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyAudit } from '#engine/audit'
import { houseContext, inContext } from '#store/database'
import { standUp, type Client, type StandingHouse } from '../cast/house.ts'
import { order, send } from '../cast/orders.ts'

let house: StandingHouse
let keeper: Client
before(async () => {
  house = await standUp()
  keeper = await house.signIn('keeper')
})
after(() => house.stop())

const set = (client: Client, place: keyof StandingHouse['places'], key: string, value: unknown) =>
  client.call('setSetting', { body: { unit: house.places[place].no, key, value } })
const line = async (client: Client, place: keyof StandingHouse['places'], key: string) => {
  const { rows } = await client.call('settings', { query: { unit: house.places[place].no } })
  return rows.find(row => row.key === key)
}
const declared = async (client: Client, id: string) => {
  const { programmes } = await client.call('declarations', { query: { lang: 'zh-CN' } })
  return programmes.find(each => each.id === id)
}

test('what a unit decides holds below it until somebody nearer decides, and can be taken back', async () => {
  const key = 'suppress.below'
  assert.deepEqual([(await line(keeper, 'village', key))?.value, (await line(keeper, 'village', key))?.from], [5, null])
  await set(keeper, 'province', key, 10)
  await set(await house.signIn('countyChair'), 'county', key, 3)
  const at = async (place: keyof StandingHouse['places']) => {
    const found = await line(keeper, place, key)
    return [found?.value, found?.from?.no]
  }
  assert.deepEqual(await at('village'), [3, house.places.county.no])
  assert.deepEqual(await at('farCounty'), [10, house.places.province.no])
  await set(keeper, 'county', key, null)
  assert.deepEqual(await at('village'), [10, house.places.province.no])
})

test('only the keeper, of the unit or above, and its own chair decide; each change is written down with the old value', async () => {
  const attempts = [
    ['countyStaff', 'county'],
    ['countyChair', 'township'],
    ['countyKeeper', 'province'],
    ['stranger', 'farCounty'],
  ] as const
  for (const [role, place] of attempts) {
    const client = await house.signIn(role)
    const unit = house.places[place].no
    const refused = await client.refused('setSetting', { body: { unit, key: 'term.years', value: 4 } })
    assert.equal(refused.body.code, 'not-allowed', role)
  }
  await set(keeper, 'county', 'term.years', 4)
  await set(keeper, 'county', 'term.years', 3)
  const { rows } = await house.platform.open.asOwner(owner =>
    owner.query(`select data from audit where act = 'setting' and data ->> 'key' = 'term.years' order by at, id`),
  )
  assert.deepEqual(
    rows.map(({ data }) => [data.old, data.new]),
    [
      [null, 4],
      [4, 3],
    ],
  )
  const { house: engine, db } = house.platform.office
  assert.equal((await inContext(db, houseContext, tx => verifyAudit(tx, engine.secrets.mac))).bad, undefined)
})

test('values are checked, and what holds for everybody is decided at the top', async () => {
  const rule = async (place: keyof StandingHouse['places'], key: string, value: unknown) => {
    const { body } = await keeper.refused('setSetting', { body: { unit: house.places[place].no, key, value } })
    return body.issues?.[0]?.rule ?? body.code
  }
  assert.equal(await rule('county', 'suppress.below', 1), 'too-little')
  assert.equal(await rule('county', 'suppress.below', 'many'), 'not-a-number')
  assert.equal(await rule('county', 'brand.lectures', '一'), 'too-short')
  assert.equal(await rule('county', 'standard.womens-homes', []), 'missing')
  assert.equal(await rule('county', 'lockout.failures', 3), 'top-only')
  assert.equal(await rule('county', 'nothing.such', 3), 'not-found')
  assert.equal(await line(keeper, 'county', 'lockout.failures'), undefined)
  assert.equal((await line(keeper, 'province', 'lockout.failures'))?.value, 5)
})

test('a place’s own name for a programme stands in its lists and forms, and not elsewhere', async () => {
  await set(keeper, 'county', 'brand.lectures', '吉林大姐讲堂')
  const chair = await house.signIn('villageChair')
  assert.equal((await declared(chair, 'lectures'))?.name, '吉林大姐讲堂')
  assert.equal((await declared(await house.signIn('farChair'), 'lectures'))?.name, '巾帼大宣讲')
  const { record } = await send(chair)
  const { rows } = await chair.call('records', { query: {} })
  assert.equal(rows.find(row => row.id === record.id)?.programmeName, '吉林大姐讲堂')
  assert.equal((await chair.call('record', { params: record })).programmeName, '吉林大姐讲堂')
})

test('a place’s own standard is what is offered and what a check is held to: items nobody spoke of are failed', async () => {
  const key = 'standard.womens-homes'
  assert.deepEqual((await line(keeper, 'county', key))?.value, ['有场所', '有标识', '有制度', '有队伍', '有活动'])
  await set(keeper, 'county', key, ['有场所', '有网络', '有热水'])
  const chair = await house.signIn('villageChair')
  const result = (await declared(chair, 'womens-homes'))?.commands.check?.fields.find(each => each.name === 'result')
  assert.deepEqual(result?.options, ['place', '有网络', '有热水'])
  assert.deepEqual(result?.words.options, { place: '有场所', 有网络: '有网络', 有热水: '有热水' })

  const { record } = await send(
    chair,
    { name: '白露妇女之家', since: '2025-01-01' },
    { programme: 'womens-homes', command: 'found' },
  )
  const check = (passed: string[], failed: string[] = []) =>
    order(
      { checked: '2025-03-01', result: { passed, failed } },
      { programme: 'womens-homes', command: 'check', record },
    )
  await chair.call('perform', { body: check(['place', '有网络']) })
  const text = async () =>
    (await chair.call('record', { params: record })).fields.find(each => each.name === 'result')?.text
  assert.equal(await text(), '达标 2 项、不达标 1 项：有热水')
  await chair.call('perform', { body: check(['place', '有网络', '有热水']) })
  assert.equal(await text(), '达标 3 项')
  const { body } = await chair.refused('perform', { body: check(['place', 'team']) })
  assert.equal(body.issues?.[0]?.rule, 'not-in-standard')
  assert.match(body.issues?.[0]?.message ?? '', /有场所、有网络、有热水/)
})

test('a lock-out decided at the top holds at the next attempt', async () => {
  await set(keeper, 'province', 'lockout.failures', 3)
  const base = house.platform.url
  const attempt = (password: string) =>
    fetch(`${base}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: base },
      body: JSON.stringify({ username: 'lecturer', password }),
    })
  for (let n = 0; n < 3; n++) assert.equal((await attempt('不对的密码-1234')).status, 401)
  assert.equal((await attempt('不对的密码-1234')).status, 429)
})
