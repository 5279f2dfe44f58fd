import { Problem } from '#base/problem'
import type { Actor } from '#federation/actor'
import { houseRules } from '#federation/house-rules'
import { authorise } from '#federation/reach'
import { placeOf } from '#federation/unit'
import { ask, inContext, type Tx } from '#store/database'
import { audited, note } from './audit.ts'
import type { House } from './house.ts'
import { newId } from './perform.ts'

/** Another system that is to be told when records change at a unit or below: where, and of which programmes (none: of all). */
export type NewHook = { readonly unit: number; readonly url: string; readonly programmes: readonly string[] }
export type HookAct = 'pause' | 'resume' | 'again' | 'drop'

/**
 * Begins telling, from now on. The secret its messages are signed with is made here, answered once, and kept sealed. Throws Problems.
 */
export async function makeHook(house: House, actor: Actor, { unit, url, programmes }: NewHook) {
  const unknown = programmes.find(each => !house.programmes.has(each))
  if (unknown) throw new Problem('invalid-input', { issues: [{ path: 'programmes', rule: 'not-offered' }] })
  const secret = `whsec_${Buffer.from(house.random(24)).toString('base64')}`
  const id = newId(house)
  await inContext(house.db, actor.context, async tx => {
    const place = await demanded(tx, actor, unit)
    const at = new Date(house.now())
    await ask(
      tx,
      'hook-make',
      `insert into hook (id, shard, unit, url, secret, programmes, after, made_at, made_by)
       select $1, $2, $3, $4, $5, $6, coalesce(max(seq), 0), $7, $8 from audit`,
      [id, place.shard, unit, url, house.secrets.seal(secret, `hook.${id}`), programmes, at, actor.person],
    )
    await note(tx, audited(house, actor.person, unit, 'hook-made', id, { programmes }))
  })
  return { id, secret }
}

/**
 * Pauses it, goes on, tells everything since a day again, or forgets it. What happened while it was paused is told when it goes on.
 * Throws Problems.
 */
export async function changeHook(
  house: House,
  actor: Actor,
  id: string,
  { act, since }: { act: HookAct; since?: string | undefined },
): Promise<void> {
  if (act === 'again' && since === undefined)
    throw new Problem('invalid-input', { issues: [{ path: 'since', rule: 'missing' }] })
  await inContext(house.db, actor.context, async tx => {
    const [hook] = await ask<{ unit: number }>(tx, 'hook-open', 'select unit from hook where id = $1 for update', [id])
    if (!hook) throw new Problem('not-found', { what: 'hook' })
    await demanded(tx, actor, hook.unit)
    const now = new Date(house.now())
    if (act === 'drop') await ask(tx, 'hook-drop', 'delete from hook where id = $1', [id])
    else if (act === 'again')
      await ask(
        tx,
        'hook-again',
        `update hook set active = true, tries = 0, fault = null, next_at = $2,
           after = coalesce((select min(seq) - 1 from audit where seq is not null and at >= $3::date at time zone 'Asia/Shanghai'), after)
         where id = $1`,
        [id, now, since],
      )
    else
      await ask(tx, 'hook-turn', 'update hook set active = $2, tries = 0, fault = null, next_at = $3 where id = $1', [
        id,
        act === 'resume',
        now,
      ])
    await note(tx, audited(house, actor.person, hook.unit, `hook-${act}`, id, since === undefined ? {} : { since }))
  })
}

async function demanded(tx: Tx, actor: Actor, unit: number) {
  const place = await placeOf(tx, unit)
  if (!place) throw new Problem('not-found', { what: 'unit' })
  authorise(actor, houseRules['hooks.keep'], { ...place, people: [] })
  return place
}
