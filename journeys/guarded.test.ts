import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { verifyAudit } from '#engine/audit'
import { houseContext, inContext } from '#store/database'
import { standUp, type StandingHouse } from '../cast/house.ts'
import { send } from '../cast/orders.ts'

let house: StandingHouse
let record: { shard: number; id: string }
before(async () => {
  house = await standUp()
  ;({ record } = await send(await house.signIn('villageChair')))
  const { house: engine, db } = house.platform.office
  const sealed = engine.secrets.seal('心里话', `${record.id}.story`)
  await inContext(db, houseContext, tx =>
    tx.query('insert into guarded (shard, owner, unit, field, sealed) values ($1, $2, $3, $4, $5)', [
      record.shard,
      record.id,
      house.places.village.no,
      'story',
      sealed,
    ]),
  )
})
after(() => house.stop())

const looks = async () => {
  const { rows } = await house.platform.open.asOwner(owner =>
    owner.query(`select actor, subject, data from audit where act = 'reveal' order by id`),
  )
  return rows
}
const ask = { field: 'story', why: '核对故事' }

test('a guarded answer opens for those the programme names, and every look is written down with its reason', async () => {
  const staff = await house.signIn('townStaff')
  assert.deepEqual(await staff.call('reveal', { params: record, body: ask }), { value: '心里话' })
  assert.deepEqual(await looks(), [{ actor: house.people.townStaff, subject: record.id, data: ask }])
})

test('it stays shut for keepers, members and strangers; a refused look is no look', async () => {
  const before = (await looks()).length
  for (const [role, code] of [
    ['countyKeeper', 'not-found'],
    ['executive', 'not-allowed'],
    ['lecturer', 'not-found'],
    ['stranger', 'not-found'],
  ] as const)
    assert.equal(
      (await (await house.signIn(role)).refused('reveal', { params: record, body: ask })).body.code,
      code,
      role,
    )
  assert.equal((await looks()).length, before)
})

test('nothing sealed stands in the database in clear, and a sealed text moved elsewhere does not open', async () => {
  const { rows } = await house.platform.open.asOwner(owner => owner.query(`select sealed from guarded`))
  assert.ok(!JSON.stringify(rows).includes('心里话'))
  const staff = await house.signIn('townStaff')
  const other = await send(await house.signIn('villageChair'))
  await house.platform.open.asOwner(owner =>
    owner.query(
      'insert into guarded (shard, owner, unit, field, sealed) select shard, $1, unit, field, sealed from guarded limit 1',
      [other.record.id],
    ),
  )
  assert.equal((await staff.refused('reveal', { params: other.record, body: ask })).status, 500)
})

test('the audit tells who did what, and a row changed, removed or put elsewhere is named', async () => {
  const chair = await house.signIn('countyChair')
  const { rows } = await chair.call('audit', {})
  assert.ok(rows.some(row => row.by === '谷雨' && row.act.includes('核对故事')))
  assert.ok(rows.some(row => row.by === '白露' && row.act.startsWith('宣讲：')))
  assert.equal((await (await house.signIn('villageVice')).refused('audit', {})).body.code, 'not-allowed')
  assert.deepEqual((await (await house.signIn('farChair')).call('audit', {})).rows, [])

  const { db, house: engine } = house.platform.office
  const { open } = house.platform
  const verified = () => verifyAudit(db, engine.secrets.mac)
  for (let i = 0; i < 40 && (await verified()).open > 0; i++) await sleep(100)
  const whole = await verified()
  assert.deepEqual([whole.open, whole.bad], [0, undefined])
  assert.ok(whole.lines >= 5)

  const tamper = (text: string) => open.asOwner(owner => owner.query(text))
  await tamper(`update audit set data = jsonb_set(data, '{why}', '"没有看"') where act = 'reveal'`)
  const changed = await verified()
  assert.equal(changed.bad?.fault, 'changed')
  const [row] = (await tamper(`select id, seq from audit where act = 'reveal'`)).rows
  assert.deepEqual([changed.bad?.id, changed.bad?.seq], [row.id, row.seq])
  await tamper(`update audit set data = jsonb_set(data, '{why}', '"核对故事"') where act = 'reveal'`)
  assert.equal((await verified()).bad, undefined)
  await tamper('create table kept as select * from audit where seq = 2')
  await tamper('delete from audit where seq = 2')
  assert.deepEqual((await verified()).bad?.fault, 'missing')
  await tamper('insert into audit select * from kept')
  await tamper('update audit set seq = case seq when 2 then -3 when 3 then -2 end where seq in (2, 3)')
  await tamper('update audit set seq = -seq where seq < 0')
  assert.equal((await verified()).bad?.seq, 2)
})

test('the app itself can neither change nor remove what was written down', async () => {
  const { db } = house.platform.office
  for (const text of [
    `update audit set data = '{}'`,
    'delete from audit',
    `update event set data = '{}'`,
    'delete from event',
    'delete from measure',
    'insert into rollup (shard, unit, yr, ind) values (1, 1, 2026, 1)',
    'truncate record',
    'alter table record disable row level security',
    'select keys from installation',
    'set role niangjia_keeper',
  ])
    await assert.rejects(
      inContext(db, houseContext, tx => tx.query(text)),
      /permission denied|must be owner/,
      text,
    )
})
