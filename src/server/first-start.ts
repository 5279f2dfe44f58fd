import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Problem } from '#base/problem'
import { audited, note } from '#engine/audit'
import { newId } from '#engine/perform'
import { addAccount, anyAccount } from '#federation/accounts'
import { findDivisions, provinces, readDivisions } from '#federation/divisions'
import { founder } from '#federation/founder'
import { plantTree } from '#federation/tree'
import type { Place } from '#federation/unit'
import { ask, houseContext, inContext, type Queryable } from '#store/database'
import { appoint } from './appointing.ts'
import { isUsername, plainUsername } from './username.ts'
import type { Handlers } from './doors.ts'
import { everybody } from './hearing.ts'
import { actorChannel } from '#engine/appointment'
import type { Office } from './office.ts'
import { hashPassword } from './password.ts'

const key = 'first-start'
const digest = (token: string) => createHash('sha256').update(token).digest()

/**
 * A new one-time address, as long as nobody can sign in: printed on the machine's own console, its token kept only as a hash and
 * renewed at each start. There is no default password.
 */
export async function setupAddress({ db, url }: Office): Promise<string | undefined> {
  if (await anyAccount(db)) return undefined
  const token = randomBytes(32).toString('base64url')
  await ask(
    db,
    'first-start-token',
    `insert into setting (unit, key, value, at) values (0, $1, $2, now())
     on conflict (unit, key) do update set value = excluded.value, at = excluded.at`,
    [key, JSON.stringify({ hash: digest(token).toString('base64') })],
  )
  return `${url()}/setup?token=${token}`
}

/** First start: the tree, and the first administrator. */
export function setupDoors(office: Office): Handlers {
  const { db, house } = office
  return {
    setupState: async () => ({
      needed: !(await anyAccount(db)),
      provinces: provinces(),
      planted: (await rootOf(db)) !== undefined,
      single: office.settings.single?.name ?? null,
    }),
    async setup({ body }) {
      await checkToken(db, body.token)
      if (!isUsername(body.username))
        throw new Problem('invalid-input', { issues: [{ path: 'username', rule: 'username' }] })
      const hash = await hashPassword(body.password)
      const root = await plantOnce(office, body.root)
      const person = newId(house)
      await appoint(house, founder(person, body.name, root), { id: person, name: body.name }, 'admin', root.unit)
      await inContext(db, houseContext, async tx => {
        // two people with the same address: the second waits here and then finds the token gone
        const [taken] = await ask(
          tx,
          'first-start-take',
          'delete from setting where unit = 0 and key = $1 returning key',
          [key],
        )
        if (!taken) throw new Problem('not-allowed', { reason: 'setup-done' })
        await addAccount(tx, {
          id: newId(house),
          credential: newId(house),
          person,
          shard: root.shard,
          unit: root.unit,
          name: body.name,
          username: plainUsername(body.username),
          hash,
          mustChange: false,
        })
        await note(tx, audited(house, person, root.unit, 'first-start', String(root.unit), {}))
      })
      return { ok: true as const }
    },
  }
}

async function checkToken(db: Queryable, token: string): Promise<void> {
  if (await anyAccount(db)) throw new Problem('not-allowed', { reason: 'setup-done' })
  const [row] = await ask<{ value: { hash: string } }>(
    db,
    'first-start-check',
    'select value from setting where unit = 0 and key = $1',
    [key],
  )
  const kept = Buffer.from(row?.value.hash ?? '', 'base64')
  const given = digest(token)
  if (kept.length !== given.length || !timingSafeEqual(kept, given))
    throw new Problem('not-allowed', { reason: 'setup-token' })
}

/** The root of the tree: the unit nothing lies above. */
export async function rootOf(db: Queryable): Promise<Place | undefined> {
  const [root] = await ask<Place>(
    db,
    'root-of',
    `select no as unit, shard, level from unit u where ends is null
     and not exists (select from unit_link l where l.unit = u.no and l.until = 'infinity') order by level, no limit 1`,
  )
  return root
}

/** Plants the federation of a province, prefecture or county (code or name) when there is no tree yet. */
export async function plantOnce(office: Pick<Office, 'db'>, said: string | undefined): Promise<Place> {
  const { db } = office
  const standing = await rootOf(db)
  if (standing) return standing
  const [division, another] = said ? findDivisions(said) : []
  if (!division || another)
    throw new Problem('invalid-input', { reason: 'not-planted', issues: [{ path: 'root', rule: 'missing' }] })
  await inContext(db, houseContext, async tx => {
    await plantTree(tx, readDivisions(division.code))
    await ask(tx, 'planted', `select pg_notify('${actorChannel}', $1)`, [everybody])
  })
  const planted = await rootOf(db)
  if (!planted) throw new Error('the tree has no root')
  return planted
}
