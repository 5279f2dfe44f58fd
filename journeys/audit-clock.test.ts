import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sealAudit, verifyAudit } from '#engine/audit'
import { perform } from '#engine/perform'
import { performMany } from '#engine/perform-many'
import { houseContext, inContext } from '#store/database'
import { standUp, type StandingHouse } from '../cast/house.ts'
import { order } from '../cast/orders.ts'

let house: StandingHouse
before(async () => {
  house = await standUp()
})
after(() => house.stop())

test('a clock that moves on between two looks at it leaves every line of the audit whole', async () => {
  const { house: engine, db, actors } = house.platform.office
  let ticks = 0
  const ticking = { ...engine, now: () => Date.now() + ticks++ }
  const actor = await actors.of(house.people.villageChair)
  for (let n = 0; n < 5; n++) await perform(ticking, actor, order())
  const outcomes = await performMany(
    ticking,
    actor,
    Array.from({ length: 20 }, () => order()),
  )
  assert.equal(outcomes.filter(each => each.receipt).length, 20)
  const { bad } = await inContext(db, houseContext, async tx => {
    await sealAudit(tx)
    return verifyAudit(tx, engine.secrets.mac)
  })
  assert.equal(bad, undefined)
})
