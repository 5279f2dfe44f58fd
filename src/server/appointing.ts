import { Problem } from '#base/problem'
import { newId, perform } from '#engine/perform'
import type { House } from '#engine/house'
import type { Actor } from '#federation/actor'
import type { PostKind, Programme } from '#language'
import { mainCommand } from '#language/commands'
import { ask, inContext } from '#store/database'

export type Appointee = { readonly id: string; readonly name?: string }

/**
 * Puts somebody into a post by an order to the programme that keeps such posts, so that it is a record like any other.
 * Does nothing when she holds it already. Throws `not-allowed` when the actor may not fill it.
 */
export async function appoint(house: House, actor: Actor, who: Appointee, kind: string, unit: number): Promise<void> {
  if (await holdsAlready(house, actor, who.id, kind, unit)) return
  const found = [...house.programmes.values()].flatMap(programme => fillerOf(programme, kind))[0]
  if (!found) throw new Problem('invalid-input', { issues: [{ path: 'post', rule: 'post' }] })
  const { programme, input } = found
  await perform(house, actor, {
    id: newId(house),
    programme: programme.id,
    command: mainCommand(programme),
    record: { id: newId(house) },
    unit,
    input: { ...input, person: who },
  }).catch(error => {
    throw error instanceof Problem && (error.code === 'not-allowed' || error.code === 'invalid-input')
      ? new Problem('not-allowed', { reason: 'appoint-first', post: kind })
      : error
  })
}

/** The programme whose records are posts of this kind, with the answer that says so. */
function fillerOf(programme: Programme, kind: string): { programme: Programme; input: Record<string, string> }[] {
  const { appoints } = programme
  if (!appoints) return []
  if (typeof appoints.as === 'string') return appoints.as === kind ? [{ programme, input: {} }] : []
  const answer = Object.entries<PostKind>(appoints.as).find(([, post]) => post === kind)?.[0]
  return answer && appoints.field ? [{ programme, input: { [appoints.field]: answer } }] : []
}

const holdsAlready = (house: House, actor: Actor, person: string, kind: string, unit: number): Promise<boolean> =>
  inContext(house.db, actor.context, async tx => {
    const rows = await ask(
      tx,
      'holds-post',
      `select from appointment where person = $1 and unit = $2 and kind = $3 and until = 'infinity'`,
      [person, unit, kind],
    )
    return rows.length > 0
  })
