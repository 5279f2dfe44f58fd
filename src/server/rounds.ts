import { setTimeout as sleep } from 'node:timers/promises'
import { sealAudit } from '#engine/audit'
import { fulfilTasks } from '#engine/fulfil'
import type { House } from '#engine/house'
import { isConnectionLoss } from '#store/connection-loss'
import { ask, houseContext, inContext } from '#store/database'
import { plainError, type Log } from './log.ts'
import type { NoticeRound } from './notices.ts'

export type Rounds = { stop(): Promise<void> }

const portion = 100_000

/**
 * What the house does by itself: carries changes into the roll-ups, closes the tasks that the records fulfil, tells other systems
 * that asked, sends notices where a way is set up, and links the audit's lines into their chain.
 * `sweep` clears the rows a great portion leaves behind, which would slow the next one (vacuum, as owner).
 */
export function startRounds(
  house: House,
  log: Log,
  sweep: () => Promise<unknown>,
  hooks: (stopping: AbortSignal) => Promise<number>,
  notices?: () => Promise<NoticeRound>,
): Rounds {
  const { db } = house
  const stopping = new AbortController()
  const rounds = [
    goRound(stopping.signal, log, 'fold', async () => {
      const [row] = await ask<{ n: number }>(db, 'fold', 'select fold($1) as n', [portion])
      const folded = row?.n ?? 0
      if (folded > portion / 2) await sweep()
      return folded >= portion ? 0 : folded > 0 ? 500 : 1000
    }),
    goRound(stopping.signal, log, 'hooks', async () => ((await hooks(stopping.signal)) > 0 ? 0 : 1000)),
    goRound(stopping.signal, log, 'tasks', async () => ((await fulfilTasks(house)) > 0 ? 500 : 2000)),
    ...(notices ? [goRound(stopping.signal, log, 'notices', () => tellNotices(notices, log))] : []),
    goRound(stopping.signal, log, 'seal', async () => {
      const sealed = await inContext(db, houseContext, tx => sealAudit(tx))
      return sealed >= 10_000 ? 0 : 1000
    }),
  ]
  return {
    async stop() {
      stopping.abort()
      await Promise.all(rounds)
    },
  }
}

async function tellNotices(notices: () => Promise<NoticeRound>, log: Log): Promise<number> {
  const { sent, failures } = await notices()
  for (const error of failures) log.error({ round: 'notices', error: plainError(error) }, 'a notice was not sent')
  return sent > 0 && failures.length === 0 ? 1000 : 60_000
}

/** Does `work` again and again, waiting as many milliseconds as it answers. A failure is told and waited out. */
async function goRound(signal: AbortSignal, log: Log, name: string, work: () => Promise<number>): Promise<void> {
  while (!signal.aborted) {
    const wait = await work().catch(error => {
      if (!isConnectionLoss(error)) log.error({ round: name, error: plainError(error) }, 'a round failed')
      return 2000
    })
    await sleep(wait, undefined, { signal }).catch(() => {})
  }
}
