import { Problem } from '#base/problem'
import type { Actor } from '#federation/actor'
import { houseRules } from '#federation/house-rules'
import { authorise } from '#federation/reach'
import { placeOf } from '#federation/unit'
import { settingOf, settled, type Setting } from '#programmes/settings'
import { ask, inContext, type Tx } from '#store/database'
import { actorChannel } from './appointment.ts'
import { audited, note } from './audit.ts'
import type { House } from './house.ts'

/** What somebody decides for a unit and all below it; null takes the unit's own word back, so that the level above decides again. */
export type SettingOrder = { readonly unit: number; readonly key: string; readonly value: unknown }

/** Carries it out, audited in the same transaction; doing it again changes nothing. Throws Problems. */
export async function changeSetting(house: House, actor: Actor, { unit, key, value }: SettingOrder): Promise<void> {
  const setting = settingOf(key)
  if (!setting) throw new Problem('not-found', { what: 'setting' })
  const found = value === null ? { value } : settled(setting, value)
  if ('rule' in found) throw new Problem('invalid-input', { issues: [{ ...found, path: 'value' }] })
  await inContext(house.db, actor.context, async tx => {
    const place = await placeOf(tx, unit)
    if (!place) throw new Problem('not-found', { what: 'unit' })
    const post = authorise(actor, houseRules['settings.change'], { ...place, people: [] })
    if (setting.topOnly && (await hangsBelow(tx, unit)))
      throw new Problem('invalid-input', { issues: [{ path: 'unit', rule: 'top-only' }] })
    const old = await keep(tx, unit, setting, found.value, new Date(house.now()))
    const data = { key, old, new: found.value, post: `${post.kind}@${post.unit}` }
    await note(tx, audited(house, actor.person, unit, 'setting', String(unit), data))
    // what is remembered of it anywhere is forgotten
    await ask(tx, 'setting-tell', `select pg_notify('${actorChannel}', '*')`)
  })
  house.changed?.() // the database tells every server, but perhaps after the answer
}

/** Returns what the unit had decided before. */
async function keep(tx: Tx, unit: number, { key }: Setting, value: unknown, at: Date): Promise<unknown> {
  const [old] = await ask<{ value: unknown }>(
    tx,
    'setting-old',
    'select value from setting where unit = $1 and key = $2 for update',
    [unit, key],
  )
  if (value === null) await ask(tx, 'setting-drop', 'delete from setting where unit = $1 and key = $2', [unit, key])
  else
    await ask(
      tx,
      'setting-keep',
      `insert into setting (unit, key, value, at) values ($1, $2, $3, $4)
       on conflict (unit, key) do update set value = excluded.value, at = excluded.at`,
      [unit, key, JSON.stringify(value), at],
    )
  return old?.value ?? null
}

async function hangsBelow(tx: Tx, unit: number): Promise<boolean> {
  const above = await ask(tx, 'hangs-below', `select parent from unit_link where unit = $1 and until = 'infinity'`, [
    unit,
  ])
  return above.length > 0
}
