import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openBook } from '#engine/book'
import type { House } from '#engine/house'
import { actorFor, type Actor } from '#federation/actor'
import { readDivisions } from '#federation/divisions'
import { plantTree } from '#federation/tree'
import { connect, type Context } from '#store/database'
import { ensureAppRole } from '#store/database-roles'
import { startEmbedded } from '#store/embedded-postgres'
import { migrate } from '#store/migrate'
import { figurePlaces, type FigurePlace } from '#views/place'
import { benchProgrammes } from './programmes.ts'

export type BenchGround = {
  readonly folder: string
  readonly owner: pg.Client
  readonly ownerConfig: pg.ClientConfig
  readonly appConfig: pg.ClientConfig
  readonly house: House
  /** The whole province's staff, under row security. */
  readonly staff: Actor
  readonly places: Record<1 | 2 | 3 | 4 | 5, FigurePlace[]>
  /** A context that holds this unit and what lies below it, as a person with a post there has. */
  contextAt(unit: number): Promise<Context>
  stop(): Promise<void>
}

/** The benchmark has no keys to keep: what is sealed is thrown away with its cluster. */
const secrets = {
  seal: (plain: string) => plain,
  open: (plain: string) => plain,
  blind: (_: string, value: string) => value,
  sign: (text: string) => text,
}

/** How every process of the benchmark opens its house on the cluster. */
export async function benchHouse(appConfig: pg.PoolConfig, mac: (text: string) => string, max = 10): Promise<House> {
  const db = connect({ ...appConfig, max })
  const { readBook } = await import('#engine/book')
  const book = await readBook(db, benchProgrammes)
  const programmes = new Map(benchProgrammes.map(each => [each.id, each]))
  return { db, book, programmes, now: Date.now, random: randomBytes, secrets: { ...secrets, mac } }
}

/** A throw-away cluster with the product's own tables, row security, roles and tree (Jilin, 13,014 units). */
export async function benchGround(mac: (text: string) => string): Promise<BenchGround> {
  const folder = mkdtempSync(join(tmpdir(), 'niangjia-bench-'))
  const embedded = await startEmbedded(folder)
  const ownerConfig = { ...embedded.connection }
  const owner = new pg.Client(ownerConfig)
  await owner.connect()
  const password = randomUUID()
  await ensureAppRole(owner, password)
  await migrate(owner)
  await owner.query('begin')
  await plantTree(owner, readDivisions('22'))
  await openBook(owner as unknown as pg.PoolClient, benchProgrammes) // a client of its own is as good as a pool's
  await owner.query('commit')
  await owner.query('analyze')
  const appConfig = { ...ownerConfig, user: 'niangjia_app', password }
  const house = await benchHouse(appConfig, mac)
  const placesAt = async (level: number) =>
    figurePlaces(
      owner,
      (await owner.query<{ no: number }>('select no from unit where level = $1', [level])).rows.map(row => row.no),
    )
  const places = {
    1: await placesAt(1),
    2: await placesAt(2),
    3: await placesAt(3),
    4: await placesAt(4),
    5: await placesAt(5),
  }

  async function appoint(unit: number): Promise<Actor> {
    const person = randomUUID()
    await owner.query(
      `insert into appointment (shard, id, unit, kind, person, since, at) select shard, $1, no, 'staff', $2, '2020-01-01', now() from unit where no = $3`,
      [randomUUID(), person, unit],
    )
    return actorFor(house.db, person, '2025-12-31')
  }

  return {
    folder,
    owner,
    ownerConfig,
    appConfig,
    house,
    staff: await appoint(places[1][0]?.unit ?? 1),
    places,
    contextAt: async unit => (await appoint(unit)).context,
    async stop() {
      await house.db.end()
      await owner.end()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
