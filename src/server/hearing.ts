import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { actorChannel } from '#engine/appointment'
import type { Actors } from './actors.ts'

/** What is sent on the channel when it is not one person but the tree that changed. */
export const everybody = '*'

/**
 * Listens for changes of posts and accounts, from this server and any other. While it cannot hear, nothing is remembered.
 * `forget` gets the person, or `everybody`.
 */
export function hear(
  config: pg.ClientConfig,
  actors: Actors,
  forget: (who: string) => void,
): { stop(): Promise<void> } {
  let stopped = false
  let client: pg.Client | undefined
  const listen = async () => {
    for (let wait = 50; !stopped; wait = Math.min(wait * 2, 2000)) {
      try {
        await connected()
        wait = 50
      } catch {
        actors.trust(false)
        await sleep(wait)
      }
    }
  }
  const connected = async () => {
    const ear = (client = new pg.Client({ ...config, application_name: 'niangjia listens', keepAlive: true }))
    try {
      const ended = new Promise<void>(resolve => {
        ear.once('end', resolve)
        ear.on('error', () => resolve()) // more than one may follow a lost connection
      })
      ear.on('notification', ({ payload }) => {
        actors.forget(payload === everybody ? undefined : payload)
        forget(payload ?? everybody)
      })
      await ear.connect()
      await ear.query(`listen ${actorChannel}`)
      actors.trust(true)
      await ended
    } finally {
      actors.trust(false)
      await ear.end().catch(() => {})
    }
  }
  const running = listen()
  return {
    async stop() {
      stopped = true
      await client?.end().catch(() => {})
      await running
    },
  }
}
