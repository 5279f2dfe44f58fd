import { addDays, dayAt } from '#base/day'
import { newId } from '#engine/perform'
import type { Order } from '#engine/order'
import { performMany } from '#engine/perform-many'
import { changeSetting } from '#engine/setting-order'
import { performTree } from '#engine/tree-order'
import { addAccount, anyAccount } from '#federation/accounts'
import { actorFor, type Actor } from '#federation/actor'
import { founder } from '#federation/founder'
import type { Place } from '#federation/unit'
import { brandKey } from '#programmes/settings'
import { ask, houseContext, inContext } from '#store/database'
import { appoint } from '../appointing.ts'
import { plantOnce } from '../first-start.ts'
import type { Office } from '../office.ts'
import { hashPassword } from '../password.ts'
import { dice } from './dice.ts'
import { inventName } from './names.ts'
import type { DemoPlan } from './plan.ts'
import { jiangxi } from './plans/jiangxi.ts'
import { jilin } from './plans/jilin.ts'
import { jilinCity } from './plans/jilin-city.ts'
import { yanbian } from './plans/yanbian.ts'
import { zaozhuang } from './plans/zaozhuang.ts'
import { deeds, statements, type DemoUnit } from './work.ts'

export type DemoAccount = {
  readonly level: string
  readonly unit: string
  readonly username: string
  readonly password: string
}
export type DemoOutcome = {
  readonly accounts: readonly DemoAccount[]
  readonly written: number
  readonly seconds: number
}

const plans: Readonly<Record<string, DemoPlan>> = Object.fromEntries(
  [jilin, jiangxi, yanbian, jilinCity, zaozhuang].map(plan => [plan.root, plan]),
)
const levels = ['省', '市州', '县', '乡镇', '村'] as const

/** Regions the demonstration can be started as. */
export const demoRegions = (): string[] => Object.keys(plans)

/**
 * Fills an empty house with the demonstration federation: the real tree, invented people, five years of work. Refuses a house in
 * which somebody can already sign in. `onStep` is told how many of how many orders are done. The same seed every time.
 */
export async function playDemo(
  office: Office,
  region: string,
  onStep: (done: number, of: number) => void = () => {},
): Promise<DemoOutcome> {
  const plan = plans[region]
  if (!plan) throw new Error(`演示没有这个地方：${region}（demonstration regions: ${demoRegions().join(', ')}）`)
  if (await anyAccount(office.db))
    throw new Error('这里已经有账号，演示只在空的数据文件夹里开（the demonstration needs an empty data folder）')
  const begun = performance.now()
  const root = await plantOnce(office, plan.root)
  const roll = dice(Number(plan.root) * 7919)
  const before = await unitsByLevel(office)
  const accounts = await openAccounts(office, root, before, roll)
  const actor = await actorFor(office.db, accounts.chairPerson, today(office))
  await settle(office, accounts.adminPerson, root, plan, before)
  const units = plan.founded ? await unitsByLevel(office) : before
  const top = units.get(root.level)?.[0] as DemoUnit // the root itself
  const work = [
    ...plan.work,
    ...plan.recent.map(each => ({ ...each, span: { from: '2026-01-01', to: addDays(today(office), -1) } })),
  ]
  const orders = function* () {
    for (const each of work) {
      const programme = office.house.programmes.get(each.programme)
      if (!programme) throw new Error(`no programme ${each.programme}`)
      yield* deeds(each, programme, units, accounts.seated, roll)
    }
    yield* statements(plan.said, top, roll)
  }
  const planned = work.reduce((sum, each) => sum + each.count, plan.said.length)
  const written = await carryOut(office, actor, orders(), done => onStep(done, planned))
  return { accounts: accounts.made, written, seconds: (performance.now() - begun) / 1000 }
}

const today = (office: Office) => dayAt(office.house.now())

async function unitsByLevel({ db }: Office): Promise<Map<number, DemoUnit[]>> {
  const rows = await ask<DemoUnit>(
    db,
    'demo-units',
    'select no, level, shard, short_name as short from unit where level <= 5 and ends is null order by no',
  )
  return Map.groupBy(rows, unit => unit.level)
}

/** Communities founded since the tree was drawn up, and the names programmes have there. */
async function settle(
  office: Office,
  admin: string,
  root: Place,
  { founded = 0, brands = {} }: DemoPlan,
  units: ReadonlyMap<number, readonly DemoUnit[]>,
): Promise<void> {
  const { house, db } = office
  const actor = await actorFor(db, admin, today(office))
  const townships = units.get(4) ?? []
  for (let i = 0; i < founded; i++) {
    const parent = townships[i % townships.length] as DemoUnit // founded only where there are townships
    const name = `${parent.short.replace(/妇联$/, '')}新区社区妇联`
    const order = { command: 'add', parent: parent.no, name, kind: 'federation', level: 5 } as const
    await performTree(house, actor, { id: newId(house), since: '2022-01-01', ...order })
  }
  for (const [programme, value] of Object.entries(brands))
    await changeSetting(house, actor, { unit: root.unit, key: brandKey(programme), value })
}

/** Several lanes at once: what must be looked up first waits for the database, not for its neighbours. Orders are made as they are needed. */
async function carryOut(
  office: Office,
  actor: Actor,
  orders: Generator<{ order: Order }>,
  onStep: (done: number) => void,
): Promise<number> {
  let done = 0
  const lane = async (): Promise<void> => {
    for (let portion = take(orders, 1000); portion.length; portion = take(orders, 1000)) {
      const wrong = (await performMany(office.house, actor, portion)).find(outcome => outcome.problem)
      if (wrong?.problem)
        throw new Error(`demonstration order refused: ${wrong.problem.code} ${JSON.stringify(wrong.problem.details)}`)
      done += portion.length
      onStep(done)
    }
  }
  await Promise.all([lane(), lane(), lane(), lane()])
  return done
}

function take(from: Generator<{ order: Order }>, most: number): Order[] {
  const taken: Order[] = []
  while (taken.length < most) {
    const next = from.next()
    if (next.done) break
    taken.push(next.value.order)
  }
  return taken
}

/** One chair with an account on each level of one line from the province to a village, and an administrator. Passwords are made now and printed once. */
async function openAccounts(
  office: Office,
  root: Place,
  units: ReadonlyMap<number, readonly DemoUnit[]>,
  roll: ReturnType<typeof dice>,
) {
  const village = units.get(5)?.[Math.floor((units.get(5)?.length ?? 0) / 3)] as DemoUnit // a province has villages
  const line = await ask<DemoUnit>(
    office.db,
    'demo-line',
    `select u.no, u.level, u.shard, u.short_name as short from unit_ancestor a join unit u on u.no = a.ancestor
     where a.unit = $1 and a.until = 'infinity' order by u.level`,
    [village.no],
  )
  const admin = await open(office, root, line[0] as DemoUnit, 'admin', 'admin', inventName(roll))
  const made = [admin.account]
  const adminPerson = admin.person
  let chairPerson = ''
  for (const unit of line) {
    const { account, person } = await open(
      office,
      root,
      unit,
      'chair',
      ['', 'sheng', 'shi', 'xian', 'xiang', 'cun'][unit.level] ?? 'x',
      inventName(roll),
    )
    if (unit.level === root.level) chairPerson = person
    made.push(account)
  }
  // the root's chair records for everybody below here: give her the staff post that may
  await appoint(office.house, founder(chairPerson, '', root), { id: chairPerson }, 'staff', root.unit)
  return { made, adminPerson, chairPerson, seated: new Set(line.map(unit => unit.no)) }
}

async function open(office: Office, root: Place, unit: DemoUnit, post: string, username: string, name: string) {
  const { house, db } = office
  const person = newId(house)
  await appoint(house, founder(person, name, root), { id: person, name }, post, unit.no)
  const password = passwordOf(house.random(6))
  const hash = await hashPassword(password)
  await inContext(db, houseContext, tx =>
    addAccount(tx, {
      id: newId(house),
      credential: newId(house),
      person,
      shard: unit.shard,
      unit: unit.no,
      name,
      username,
      hash,
      mustChange: false,
    }),
  )
  return {
    person,
    account: {
      level: post === 'admin' ? '管理员' : (levels[unit.level - 1] ?? ''),
      unit: unit.short,
      username,
      password,
    },
  }
}

const passwordOf = (bytes: Uint8Array) =>
  `Demo-${Array.from(bytes, byte => (byte % 36).toString(36)).join('')}-${bytes.length}`
