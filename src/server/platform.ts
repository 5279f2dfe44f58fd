import type { AddressInfo } from 'node:net'
import { uuid7 } from '#base/id'
import { audited, note } from '#engine/audit'
import type { EmbeddedOptions } from '#store/embedded-postgres'
import type { Ground } from '#store/ground'
import type { Settings } from '#store/settings'
import { keepActors } from './actors.ts'
import { makeApp } from './app.ts'
import { openAuthDoors } from './auth-door.ts'
import type { Auth } from './auth.ts'
import { everyDoor } from './every-door.ts'
import { openDoors } from './doors.ts'
import { openDownloads } from './downloads.ts'
import { setupAddress } from './first-start.ts'
import { openHealth } from './health.ts'
import { everybody, hear } from './hearing.ts'
import { makeLog } from './log.ts'
import { tellHooks } from './hooks.ts'
import { openMetrics } from './metrics.ts'
import { openCouriers, sendNotices } from './notices.ts'
import type { Office } from './office.ts'
import { openApiBook } from './api-book.ts'
import { openHouse, type OpenHouse } from './open-house.ts'
import { originsOf } from './origin.ts'
import { openPublicPages } from './public-doors.ts'
import { startRounds } from './rounds.ts'
import { keepSessions } from './signed-in.ts'
import { openWebFiles, webFolder } from './web-files.ts'

export type Platform = {
  /** Where people open it. */
  readonly url: string
  /** The one-time address of the first start, as long as there is no account. */
  readonly setup: string | undefined
  readonly office: Office
  readonly open: OpenHouse
  stop(): Promise<void>
}

/**
 * Starts everything: database, tables, doors, and the rounds the house makes by itself. Stops cleanly, and refuses a second
 * process on the same data folder with one line.
 */
export async function startPlatform(
  settings: Settings,
  options: EmbeddedOptions & { webFolder?: string; ground?: Promise<Ground>; now?: () => number } = {},
): Promise<Platform> {
  // large, and not needed until the database runs: it is read meanwhile
  const signing = import('./auth.ts')
  const open = await openHouse(settings, options)
  try {
    return await serve(settings, open, (await signing).makeAuth, options.webFolder ?? webFolder)
  } catch (error) {
    await open.stop()
    throw error
  }
}

type MakeAuth = typeof import('./auth.ts').makeAuth

async function serve(settings: Settings, open: OpenHouse, makeAuth: MakeAuth, folder: string): Promise<Platform> {
  const { db, ground } = open
  const log = makeLog(settings.logLevel)
  const app = await makeApp(log, settings.appUrl)
  const url = () => settings.appUrl ?? addressOf(settings, app.server.address() as AddressInfo | null)
  const auth = lazily(() => authOf(makeAuth, open, settings, url()))
  const actors = keepActors(db, open.house.now)
  const house = { ...open.house, placeOf: actors.place, changed: actors.forget }
  const sessions = keepSessions(auth, house.now)
  const { ensureRunning } = ground
  const metrics = openMetrics(app, db)
  const office: Office = {
    house,
    db,
    settings,
    asOwner: open.asOwner,
    ensureRunning,
    sessions,
    actors,
    metrics,
    auth,
    url,
  }
  await openApiBook(app)
  openHealth(app, office)
  openAuthDoors(app, auth, url, sessions)
  openDoors(app, everyDoor(office), office)
  openDownloads(app, office)
  openPublicPages(app, office)
  await openWebFiles(app, folder)
  await app.listen({ port: settings.port, host: settings.host })
  const ears = hear(ground.app, actors, who => sessions.forgetPerson(who === everybody ? undefined : who))
  const { notices } = settings
  const couriers = notices && (await openCouriers(notices))
  const rounds = startRounds(
    house,
    log,
    () => open.asOwner(owner => owner.query('vacuum delta, chain_delta')),
    stopping => tellHooks(office, stopping),
    notices && couriers && (() => sendNotices(office, couriers, notices)),
  )
  return {
    url: url(),
    setup: await setupAddress(office),
    office,
    open,
    async stop() {
      await app.close()
      await Promise.all([ears.stop(), rounds.stop()])
      for (const courier of couriers?.values() ?? []) courier.close()
      await open.stop()
    },
  }
}

/** A name passkeys accept, where nobody set an address: browsers allow them on localhost, not on a bare number. */
function addressOf({ host, port }: Settings, listening: AddressInfo | null): string {
  const near = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)
  return `http://${near ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${listening?.port ?? port}`
}

function authOf(makeAuth: MakeAuth, { house, db, ground }: OpenHouse, settings: Settings, url: string): Auth {
  return makeAuth({
    db,
    url,
    origins: request => originsOf(settings.appUrl, request?.headers.get('host')),
    secret: ground.keys.session,
    single: settings.single,
    newId: () => uuid7(house.now(), house.random(10)),
    onSignIn: async account => note(db, audited(house, null, null, 'sign-in', account, {})),
  })
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
