import type { FastifyBaseLogger } from 'fastify'
import pino from 'pino'
import type { LogLevel } from '#store/settings-list'

/**
 * The house's log: what was asked of which door, how it went and how long it took. Never names, never what was sent, never the
 * text of a search: only a route's pattern, never its address.
 */
export const makeLog = (level: LogLevel): Log => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })

export type Log = FastifyBaseLogger

type Told = { code?: string; constraint?: string; table?: string; routine?: string; cause?: unknown }

/** An error without the values it may quote: a database's message repeats what somebody wrote. */
export function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const { code, constraint, table, routine, cause } = error as Error & Told
  const fromDatabase = routine !== undefined
  const stack = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return {
    name: error.name,
    ...(fromDatabase ? {} : { message: error.message.slice(0, 300) }),
    ...Object.fromEntries(
      Object.entries({ code, constraint, table, routine }).filter(([, each]) => each !== undefined),
    ),
    at: stack.slice(0, 12).map(line => line.trim().replace(/^at /, '')),
    ...(cause === undefined ? {} : { cause: plainError(cause) }),
  }
}
