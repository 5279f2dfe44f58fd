import type { FastifyInstance } from 'fastify'
import { Problem } from '#base/problem'

/**
 * Refuses what another site's page sends with our reader's cookies. A browser always says where a writing request comes from;
 * a program without a browser says nothing and has no stolen cookies either.
 */
export function refuseStrangers(app: FastifyInstance, appUrl: string | undefined): void {
  app.addHook('onRequest', async request => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    const { origin, host } = request.headers
    if (origin === undefined && request.headers['sec-fetch-site'] === undefined) return
    if (origin === undefined || !originsOf(appUrl, host).includes(origin))
      throw new Problem('not-allowed', { reason: 'wrong-address' })
  })
}

/** Addresses our own pages may be at: APP_URL, or, where none is set, whatever name the browser reached us by. */
export const originsOf = (appUrl: string | undefined, host: string | null | undefined): string[] =>
  appUrl ? [new URL(appUrl).origin] : host ? [`http://${host}`, `https://${host}`] : []
