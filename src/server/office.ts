import type { House } from '#engine/house'
import type { Database } from '#store/database'
import type { Settings } from '#store/settings'
import type { Actors } from './actors.ts'
import type { Auth } from './auth.ts'
import type { Metrics } from './metrics.ts'
import type { OpenHouse } from './open-house.ts'
import type { Sessions } from './signed-in.ts'

/** Everything a door's handler may need, put together once in platform.ts. */
export type Office = {
  readonly house: House
  readonly db: Database
  readonly settings: Settings
  readonly asOwner: OpenHouse['asOwner']
  readonly ensureRunning: () => Promise<void>
  readonly sessions: Sessions
  readonly actors: Actors
  readonly metrics: Metrics
  readonly auth: () => Auth
  readonly url: () => string
}
