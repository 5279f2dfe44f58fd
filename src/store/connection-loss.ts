import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Did the connection go, rather than the statement fail? Then the database was stopped, killed, or is just coming up. Libraries
 * in between wrap what happened in an error of their own: its cause is asked too.
 */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // both Node's and PostgreSQL's errors carry a code
  const { code = '' } = error as { code?: string }
  const socket = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'].includes(code)
  const server = /^(57P0[1-4]|08...)$/.test(code)
  const lost = socket || server || /^(Connection terminated|Client (has encountered|was closed))/.test(error.message)
  return lost || isConnectionLoss(error.cause)
}

/**
 * Does work on the database; if the connection is lost, waits until the database runs and does it again, a few times.
 * Only for work that may be done twice: reads, and orders with their own id.
 */
export async function outliving<Result>(
  ensureRunning: () => Promise<void>,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt > 5 || !isConnectionLoss(error)) throw error
      await ensureRunning()
      // sessions of a killed server may live for some moments more
      await sleep(20 * attempt)
    }
  }
}
