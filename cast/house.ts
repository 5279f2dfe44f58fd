import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { call, type Answer, type Refused } from '#contract/call'
import type { Door } from '#contract/paths'
import { newId } from '#engine/perform'
import { addAccount } from '#federation/accounts'
import { hashPassword } from '#server/password'
import { startPlatform, type Platform } from '#server/platform'
import { ask, houseContext, inContext, type Tx } from '#store/database'
import { readSettings } from '#store/settings'
import { cast, type Role } from './people.ts'
import { plantCast, type CastPlace, type PlaceName } from './tree.ts'

export const castPassword = '四季平安-1234'

/** A person at her browser: every door of the API over real HTTP, with her cookies. */
export type Client = {
  readonly person: string
  readonly base: string
  readonly cookie: string
  call<D extends Door>(door: D, given: Parameters<typeof call<D>>[1]): Promise<Answer<D>>
  /** What the server refuses with, or an error when it does not refuse. */
  refused<D extends Door>(door: D, given: Parameters<typeof call<D>>[1]): Promise<Refused>
  fetch(address: string, init?: RequestInit): Promise<Response>
}

export type StandingHouse = {
  readonly platform: Platform
  readonly places: Record<PlaceName, CastPlace>
  readonly people: Record<Role, string>
  signIn(role: Role): Promise<Client>
  stop(): Promise<void>
}

/** A throw-away house with the cast in it: its own data folder, its own port, and where a story takes weeks its own clock. */
export async function standUp(
  settings: Record<string, string> = {},
  options: { now?: () => number } = {},
): Promise<StandingHouse> {
  const folder = mkdtempSync(path.join(tmpdir(), 'niangjia-cast-'))
  const env = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ...settings }
  const platform = await startPlatform(readSettings(env, folder), options)
  const stop = async () => {
    await platform.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const { db, house } = platform.office
  const hash = await hashPassword(castPassword)
  const people = Object.fromEntries(Object.keys(cast).map(role => [role, newId(house)])) as Record<Role, string>
  const places = await inContext(db, houseContext, async tx => {
    const planted = await plantCast(tx)
    for (const role of Object.keys(cast) as Role[]) await settle(tx, role, planted)
    return planted
  }).catch(async error => {
    await stop()
    throw error
  })

  async function settle(tx: Tx, role: Role, at: Record<PlaceName, CastPlace>): Promise<void> {
    const { name, posts }: { name: string; posts: readonly (readonly [string, PlaceName])[] } = cast[role]
    const home = at[posts[0]?.[1] ?? 'province']
    const person = people[role]
    const row = {
      person,
      shard: home.shard,
      unit: home.no,
      name,
      username: role.toLowerCase(),
      hash,
      mustChange: false,
    }
    await ask(tx, 'cast-person', 'insert into person (shard, id, unit, name, at) values ($1, $2, $3, $4, now())', [
      home.shard,
      person,
      home.no,
      name,
    ])
    await addAccount(tx, { ...row, id: newId(house), credential: newId(house) })
    for (const [kind, place] of posts)
      await ask(
        tx,
        'cast-post',
        `insert into appointment (shard, id, unit, kind, person, since, at) values ($1, $2, $3, $4, $5, '2024-01-01', now())`,
        [at[place].shard, newId(house), at[place].no, kind, person],
      )
  }

  return {
    platform,
    places,
    people,
    signIn: role => signedIn(platform.url, role.toLowerCase(), castPassword, people[role]),
    stop,
  }
}

/** Signs in by user name and password and keeps the cookies. Throws when that is refused. */
export async function signedIn(base: string, username: string, password: string, person = ''): Promise<Client> {
  const answer = await fetch(`${base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status} ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
  const headers = { cookie, origin: base }
  return {
    person,
    base,
    cookie,
    call: (door, given) => call(door, given, { base, headers }),
    refused: (door, given) =>
      call(door, given, { base, headers }).then(
        () => Promise.reject(new Error(`${door} was not refused`)),
        (refused: Refused) => refused,
      ),
    fetch: (address, init) => fetch(base + address, { ...init, headers: { ...headers, ...init?.headers } }),
  }
}
