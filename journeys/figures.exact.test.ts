import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { dayAt } from '#base/day'
import { Problem } from '#base/problem'
import { foldAll } from '#engine/fold'
import type { Order, Receipt } from '#engine/order'
import { perform } from '#engine/perform'
import { performMany } from '#engine/perform-many'
import { rebuild } from '#engine/rebuild'
import { performTree, type TreeOrder } from '#engine/tree-order'
import { verifyFigures } from '#engine/verify'
import type { Actor } from '#federation/actor'
import { figureGround, type FigureGround } from './figures.ground.ts'
import { dice, lecture, type Dice } from './figures.played.ts'

let ground: FigureGround
let staff: Actor
let admin: Actor

before(async () => {
  ground = await figureGround()
  staff = await ground.appoint('staff', 1)
  admin = await ground.appoint('admin', 1)
})
after(() => ground?.close())

const people = Array.from({ length: 14 }, () => randomUUID())
const settings = ['village', 'community', 'school']
const forms = ['report', 'talk', 'mass']

function session(roll: Dice) {
  const named = Array.from({ length: roll.below(5) }, () => ({ id: roll.of(people) }))
  const day = `${2023 + roll.below(3)}-${String(1 + roll.below(10)).padStart(2, '0')}-${String(1 + roll.below(28)).padStart(2, '0')}`
  return {
    title: '巾帼大宣讲',
    day,
    attended: 5 + roll.below(60),
    setting: roll.of(settings),
    form: roll.of(forms),
    people: named,
  }
}

function recordOrder(roll: Dice, units: readonly number[]): Order {
  const record = { id: randomUUID() }
  return {
    id: randomUUID(),
    programme: 'lectures',
    command: 'record',
    record,
    unit: roll.of(units),
    input: session(roll),
  }
}

/** Answers a Problem instead of throwing it: a unit may have been closed a moment ago. */
const attempt = <Result>(work: Promise<Result>) =>
  work.catch((error: unknown) => {
    if (error instanceof Problem) return error
    throw error
  })

test('after random orders by many at once, with a tree that moves, every cell says what the measures say', async t => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  t.diagnostic(`SEED=${seed}`)
  const roll = dice(seed)
  // a unit that has been closed takes no orders, not even old ones again
  const open = async (order: Order) =>
    (await ground.owner.query('select from unit where no = $1 and ends is null', [order.unit])).rowCount === 1
  const standing: Receipt[] = []
  const sent: Order[] = []
  let repeated = 0
  const units = Object.values(ground.units).flat()

  async function step(): Promise<void> {
    const { house, units: at } = ground
    const chance = roll.next()
    if (chance < 0.5 || standing.length < 5) {
      const order = recordOrder(roll, units)
      const done = await attempt(perform(house, staff, order))
      if (!(done instanceof Problem)) {
        standing.push(done)
        sent.push(order)
      }
    } else if (chance < 0.68) {
      const { record, revision } = roll.of(standing)
      const input = { reason: '核对后改正', ...session(roll) }
      await attempt(
        perform(house, staff, { id: randomUUID(), programme: 'lectures', command: 'correct', record, revision, input }),
      )
    } else if (chance < 0.75) {
      const [gone] = standing.splice(roll.below(standing.length), 1) as [Receipt]
      const input = { reason: '记重了' }
      const done = await attempt(
        perform(house, staff, {
          id: randomUUID(),
          programme: 'lectures',
          command: 'withdraw',
          record: gone.record,
          input,
        }),
      )
      if (done instanceof Problem) standing.push(gone)
    } else if (chance < 0.83) {
      const again = roll.of(sent)
      const done = await attempt(perform(house, staff, again))
      if (done instanceof Problem) assert.ok(!(await open(again)))
      else assert.ok(done.repeated, 'sent twice, done once')
      repeated++
    } else if (chance < 0.88) {
      const orders = [...Array.from({ length: 1 + roll.below(12) }, () => recordOrder(roll, units)), roll.of(sent)]
      const outcomes = await performMany(house, staff, orders)
      for (const [i, { receipt }] of outcomes.entries())
        if (receipt && !receipt.repeated) {
          standing.push(receipt)
          sent.push(orders[i] as Order)
        }
      const again = outcomes.at(-1)?.receipt
      assert.ok(again?.repeated || !(await open(orders.at(-1) as Order)), 'an order sent again among many is done once')
    } else if (chance < 0.97) {
      const done = await attempt(performTree(house, admin, treeOrder()))
      if (!(done instanceof Problem)) {
        changes++
        if (!units.includes(done.unit)) units.push(done.unit)
      }
    } else await foldAll(ground.db, 1 + roll.below(200))

    function treeOrder(): TreeOrder {
      const id = randomUUID()
      const since = `202${3 + roll.below(3)}-0${1 + roll.below(9)}-15`
      const kind = roll.below(7)
      if (kind === 0) return { id, since, command: 'move', unit: roll.of(at.county), parent: roll.of(at.prefecture) }
      if (kind === 1) return { id, since, command: 'move', unit: roll.of(at.township), parent: roll.of(at.county) }
      if (kind === 2) return { id, since, command: 'move', unit: roll.of(at.village), parent: roll.of(at.township) }
      if (kind === 3)
        return { id, since, command: 'add', parent: roll.of(units), name: '某某商圈妇联', kind: 'three-new', level: 6 }
      if (kind === 4 && roll.next() < 0.6)
        return { id, since, command: 'merge', unit: roll.of(at.village.slice(0, -2)), into: roll.of(at.village) }
      if (kind === 5 && roll.next() < 0.4)
        return { id, since, command: 'merge', unit: roll.of(at.township), into: roll.of(at.township) }
      if (kind === 6 && roll.next() < 0.4)
        return { id, since, command: 'split', unit: roll.of(at.township), names: ['东镇妇联', '西镇妇联'] }
      return { id, since, command: 'rename', unit: roll.of(at.village), name: '新名村妇联' }
    }
  }

  let changes = 0
  for (let round = 0; round < 60; round++) {
    await Promise.all(Array.from({ length: 10 }, step))
    if (round % 12 === 11) {
      const verdict = await verifyFigures(ground.owner)
      assert.deepEqual(verdict.cells, [], `SEED=${seed} round ${round}`)
    }
  }
  const waiting = await verifyFigures(ground.owner)
  assert.equal(waiting.wrong, 0)
  await foldAll(ground.db)
  const folded = await verifyFigures(ground.owner)
  assert.deepEqual(folded, { ...folded, wrong: 0, waiting: 0 }, `SEED=${seed}`)
  const [sessions] = (
    await ground.owner.query(
      `select (select sum(val)::int from measure m join indicator i on i.no = m.ind where i.key = 'activity.sessions' and i.slice = '') counted,
         (select count(*)::int from record where phase in ('held', 'verified')) standing`,
    )
  ).rows
  assert.equal(sessions.counted, sessions.standing)
  assert.equal(sessions.standing, standing.length)
  assert.ok(repeated > 10 && changes > 10, `${repeated} repeated, ${changes} changes of the tree`)
  t.diagnostic(
    `${folded.sums} sums and ${folded.persons} chain cells compared, 0 differ; ${changes} changes of the tree, ${repeated} orders sent again`,
  )
})

test('many orders: what is wrong is told row by row, the rest is written once', async () => {
  const { house } = ground
  const [village, other] = ground.units.village.slice(-2) as [number, number]
  const vice = await ground.appoint('vice', village)
  const someone = { id: randomUUID(), name: '谷雨' }
  const good = [lecture(village, 10), lecture(village, 20, { people: [someone] })]
  const twice = { ...lecture(village, 9), record: good[0]?.record ?? { id: '' } }
  const bad = [lecture(other, 5), lecture(village, -3), { ...lecture(village), programme: 'nothing' }, twice]
  const before = await counted()
  const outcomes = await performMany(house, vice, [...good, ...bad])
  assert.deepEqual(
    outcomes.map(each => each.problem?.code ?? each.receipt?.repeated),
    [false, false, 'not-allowed', 'invalid-input', 'not-found', 'already-stored'],
  )
  assert.equal((await counted()) - before, 2)
  const again = await performMany(house, vice, [...good, ...bad])
  assert.deepEqual(
    again.map(each => each.receipt?.repeated ?? false),
    [true, true, false, false, false, false],
  )
  assert.deepEqual(again[1]?.receipt, { ...outcomes[1]?.receipt, repeated: true })
  assert.equal((await counted()) - before, 2)
  const { rows } = await ground.owner.query('select name from person where id = $1', [someone.id])
  assert.deepEqual(rows, [{ name: '谷雨' }])
  const withdrawn = await performMany(house, staff, [
    {
      ...lecture(village),
      command: 'withdraw',
      record: outcomes[0]?.receipt?.record ?? { id: '' },
      input: { reason: '记重了' },
    },
  ])
  assert.equal(withdrawn[0]?.receipt?.revision, 2, 'orders on records that stand go their own way')

  async function counted(): Promise<number> {
    const found = await ground.owner.query(`select count(*)::int n from record where programme = 'lectures'`)
    return found.rows[0].n
  }
})

test('a wrong cell is found by name, and rebuilding puts it right', async () => {
  await ground.owner.query(
    'update rollup set m4 = coalesce(m4, 0) + 7 where (unit, yr, ind) = (select unit, yr, ind from rollup where unit = 1 limit 1)',
  )
  await ground.owner.query(
    'delete from chain where (unit, ind, ym, prev) = (select unit, ind, ym, prev from chain where unit = 1 and n > 0 limit 1)',
  )
  const verdict = await verifyFigures(ground.owner)
  assert.equal(verdict.wrong, 2)
  assert.ok(
    verdict.cells.some(cell => cell.unit === 1 && /^\d{4}-4$/.test(cell.period) && cell.kept - cell.counted === 7),
  )
  await rebuild(ground.owner)
  assert.equal((await verifyFigures(ground.owner)).wrong, 0)
})

test('the tree is changed only by those who keep it, and what makes no sense is refused', async () => {
  const { house, units } = ground
  const chair = await ground.appoint('chair', units.county[0] as number)
  const move: TreeOrder = {
    id: randomUUID(),
    since: '2025-01-01',
    command: 'move',
    unit: units.county[0] as number,
    parent: units.prefecture[1] as number,
  }
  for (const actor of [staff, chair])
    assert.equal((await attempt(performTree(house, actor, move))).valueOf() instanceof Problem, true)
  const circle = { ...move, unit: units.prefecture[0] as number, parent: units.prefecture[0] as number }
  const tomorrow = { ...move, since: '2999-01-01' }
  for (const order of [circle, tomorrow])
    assert.ok((await attempt(performTree(house, admin, order))) instanceof Problem)
  const rename: TreeOrder = {
    id: randomUUID(),
    since: dayAt(Date.now()),
    command: 'rename',
    unit: units.village[0] as number,
    name: '改名村妇联',
  }
  const first = await attempt(performTree(house, admin, rename))
  if (first instanceof Problem) assert.equal(first.code, 'not-in-this-state')
  else assert.deepEqual(await performTree(house, admin, rename), { ...first, repeated: true })
})
