import { dayAt } from '#base/day'
import { Problem } from '#base/problem'
import type { Actor, Post } from '#federation/actor'
import { houseRules } from '#federation/house-rules'
import { authorise } from '#federation/reach'
import {
  addUnit,
  closeUnit,
  mergeUnits,
  moveUnit,
  renameUnit,
  splitUnit,
  standing,
  type Standing,
} from '#federation/tree-change'
import { lockTree } from '#federation/tree'
import { ask, inContext, type Tx } from '#store/database'
import { actorChannel } from './appointment.ts'
import { audited, note } from './audit.ts'
import type { House } from './house.ts'

/** What somebody asks of the tree. `id` is the client's own, so that an order sent twice changes the tree once; `since` is the day it holds from. */
export type TreeOrder = { readonly id: string; readonly since: string } & (
  | {
      readonly command: 'add'
      readonly parent: number
      readonly name: string
      readonly kind: string
      readonly level: number
    }
  | { readonly command: 'rename'; readonly unit: number; readonly name: string }
  | { readonly command: 'move'; readonly unit: number; readonly parent: number }
  | { readonly command: 'merge'; readonly unit: number; readonly into: number }
  | {
      readonly command: 'split'
      readonly unit: number
      readonly names: readonly string[]
      readonly children?: readonly (readonly number[])[]
    }
  | { readonly command: 'close'; readonly unit: number }
)

/** `unit`: the unit changed, or the first of those that were founded; `units`: all of those. */
export type TreeReceipt = {
  readonly order: string
  readonly unit: number
  readonly units: readonly number[]
  readonly repeated: boolean
}

/** Carries out a change of the tree with everything that follows from it, in one transaction. Throws Problems. */
export async function performTree(house: House, actor: Actor, order: TreeOrder): Promise<TreeReceipt> {
  const today = dayAt(house.now())
  if (order.since > today) throw new Problem('too-early', { path: 'since', day: order.since, today })
  const receipt = await inContext(house.db, actor.context, async tx => {
    await lockTree(tx)
    const at = await placeOf(tx, order)
    const done = await doneBefore(tx, at.shard, order)
    if (done !== undefined) return receiptOf(order, done, true)
    const unit = await standing(tx, order.command === 'add' ? order.parent : order.unit)
    const post = await mayChange(tx, actor, order, unit)
    const changed = await change(tx, order, unit)
    await writeDown(tx, house, actor, post, order, at, changed)
    return receiptOf(order, changed, false)
  })
  // the database tells every server, but perhaps after the answer
  house.changed?.()
  return receipt
}

/** Units founded together have numbers in a row. */
function receiptOf(order: TreeOrder, unit: number, repeated: boolean): TreeReceipt {
  const many = order.command === 'split' ? order.names.length : 1
  return { order: order.id, unit, units: Array.from({ length: many }, (_, i) => unit + i), repeated }
}

async function change(tx: Tx, order: TreeOrder, unit: Standing): Promise<number> {
  const { since } = order
  switch (order.command) {
    case 'add':
      return addUnit(tx, { parent: unit, name: order.name, kind: order.kind, level: order.level, since })
    case 'rename':
      await renameUnit(tx, unit, order.name, since)
      return unit.no
    case 'move':
      await moveUnit(tx, unit, await standing(tx, order.parent), since)
      return unit.no
    case 'merge':
      await mergeUnits(tx, unit, await standing(tx, order.into), since)
      return unit.no
    case 'split':
      return (await splitUnit(tx, unit, order.names, since, order.children))[0] ?? unit.no
    case 'close':
      await closeUnit(tx, unit, since)
      return unit.no
  }
}

/** Power over a unit's place is power over what it hangs on, before and after; the top of the tree only over itself. */
async function mayChange(tx: Tx, actor: Actor, order: TreeOrder, unit: Standing): Promise<Post> {
  const concerned = [order.command === 'add' ? unit.no : (unit.parent ?? unit.no)]
  if (order.command === 'move') concerned.push(order.parent)
  if (order.command === 'merge') concerned.push((await standing(tx, order.into)).parent ?? order.into)
  const posts: Post[] = []
  for (const no of concerned) {
    const { shard } = await standing(tx, no)
    posts.push(authorise(actor, houseRules['tree.change'], { unit: no, shard, people: [] }))
  }
  return posts[0] as Post // at least one unit is concerned
}

async function placeOf(tx: Tx, order: TreeOrder): Promise<{ no: number; id: string; shard: number }> {
  const no = order.command === 'add' ? order.parent : order.unit
  const [found] = await ask<{ no: number; id: string; shard: number }>(
    tx,
    'tree-place',
    'select no, id, shard from unit where no = $1',
    [no],
  )
  if (!found) throw new Problem('not-found', { what: 'unit' })
  return found
}

/** `revision` of a done tree order is the unit's number. */
async function doneBefore(tx: Tx, shard: number, order: TreeOrder): Promise<number | undefined> {
  const [done] = await ask<{ revision: number }>(
    tx,
    'tree-done',
    'select revision from order_done where shard = $1 and id = $2',
    [shard, order.id],
  )
  return done?.revision
}

async function writeDown(
  tx: Tx,
  house: House,
  actor: Actor,
  post: Post,
  order: TreeOrder,
  at: { id: string; shard: number },
  unit: number,
): Promise<void> {
  const now = new Date(house.now())
  await ask(tx, 'tree-did', 'insert into order_done (shard, id, record, revision, at) values ($1, $2, $3, $4, $5)', [
    at.shard,
    order.id,
    at.id,
    unit,
    now,
  ])
  await note(
    tx,
    audited(house, actor.person, unit, `tree.${order.command}`, at.id, { ...order, post: `${post.kind}@${post.unit}` }),
  )
  // everybody's reach may have changed
  await ask(tx, 'tree-tell', `select pg_notify('${actorChannel}', '*')`)
}
