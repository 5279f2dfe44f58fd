import type { Actor } from '#federation/actor'
import { unitCalled } from '#federation/find-unit'
import { founder } from '#federation/founder'
import { houseRules } from '#federation/house-rules'
import { reach } from '#federation/reach'
import { placeOf, type Place } from '#federation/unit'
import { houseContext } from '#store/database'
import type { FigureDesk } from '#views/figures'
import { groundIn } from '#views/place'
import { rootOf } from '../first-start.ts'
import type { OpenHouse } from '../open-house.ts'

/** Whoever runs a command on the house's own machine: she has the database anyway, and works as the staff of its top unit. */
export async function operator({ db }: OpenHouse): Promise<Actor> {
  const root = await rootOf(db)
  if (!root) throw new Error('组织树还没有建，请先运行 init (no tree yet: run init first)')
  return founder(houseContext.actor, '', root, ['staff'])
}

/** A unit by its number (#12), its statistics code or its name. */
export async function unitSaid({ db }: OpenHouse, said: unknown): Promise<Place & { name: string }> {
  if (said === undefined) throw new Error('请写明单位：--unit 代码、名字或 #编号 (say which unit)')
  const found = await unitCalled(db, String(said))
  const place = found && (await placeOf(db, found.no))
  if (!found || !place)
    throw new Error(`没有找到单位“${String(said)}”，或者同名的不止一个，请写代码 (no such unit, or several)`)
  return { ...place, name: found.name }
}

export const deskOf = ({ db, house }: OpenHouse, actor: Actor): FigureDesk => ({
  db,
  book: house.book,
  reach: reach(actor, houseRules['figures.see']),
  now: house.now(),
  ground: groundIn(db),
})
