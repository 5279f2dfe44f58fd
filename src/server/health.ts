import type { FastifyInstance } from 'fastify'
import type { Office } from './office.ts'

/** /healthz: 200 when the database answers within two seconds, 503 when it does not. */
export function openHealth(app: FastifyInstance, { db, ensureRunning }: Office): void {
  app.get('/healthz', { schema: { hide: true } }, async (_, reply) => {
    const ok = await answersInTime(() => db.query('select 1'))
    if (!ok) ensureRunning().catch(() => {})
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok })
  })
}

async function answersInTime(work: () => Promise<unknown>): Promise<boolean> {
  const late = new Promise<boolean>(resolve => setTimeout(() => resolve(false), 2000).unref())
  return Promise.race([
    late,
    work().then(
      () => true,
      () => false,
    ),
  ])
}
