// A house with its own clock, a browser, and everybody at her own device: what a story that takes weeks is played on.
import { after, before } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { standUp, type StandingHouse } from '../cast/house.ts'
import type { Role } from '../cast/people.ts'
import { openBrowser } from './browser.ts'
import { handOf, type Hand, type Ref } from './hand.ts'

export type Stage = {
  house(): StandingHouse
  /** It is nine in the morning of this day. */
  on(day: string): void
  /** Somebody at her device; she signs in once and stays for all the stories. */
  hand(role: Role, device?: 'phone' | 'desk'): Promise<Hand>
  /** What a page complained of fails the story it happened in. */
  allQuiet(): void
}

/** Sets the stage up before the stories of a file and takes it down after them. */
export function stageFor(day: string): Stage {
  let now = Date.parse(`${day}T09:00:00+08:00`)
  let house: StandingHouse
  let browser: Browser
  const hands = new Map<string, Hand>()
  before(async () => {
    house = await standUp({}, { now: () => now })
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })
  return {
    house: () => house,
    on(next) {
      now = Date.parse(`${next}T09:00:00+08:00`)
    },
    async hand(role, device = 'desk') {
      const key = `${role} ${device}`
      const one = hands.get(key) ?? (await handOf(browser, house, role, device))
      hands.set(key, one)
      return one
    },
    allQuiet() {
      for (const one of hands.values()) one.quiet()
    },
  }
}

/** Waits until it can be read. */
export const told = async (page: Page, text: string | RegExp) =>
  page.getByText(text).first().waitFor({ timeout: 15_000 })

/** The newest record of a programme at a unit. */
export const newestAt = async ({ platform }: StandingHouse, programme: string, unit: number): Promise<Ref> =>
  (
    await platform.open.asOwner(owner =>
      owner.query('select shard, id from record where programme = $1 and unit = $2 order by id desc limit 1', [
        programme,
        unit,
      ]),
    )
  ).rows[0]
