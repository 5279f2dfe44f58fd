import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Problem } from '#base/problem'

/** Where the built pages lie. */
export const webFolder = path.resolve(import.meta.dirname, '../../dist/web')

const documentHeaders = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
]

/** Serves the Desk at /, the Field at /field/, and their files; any other page address opens the face it belongs to. */
export async function openWebFiles(app: FastifyInstance, folder = webFolder): Promise<void> {
  const built = existsSync(path.join(folder, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, file) => {
        const named = file.includes(`${path.sep}assets${path.sep}`)
        reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
        // these speak to documents; beside twenty small files of a page they would only be weight on a slow line
        if (named) for (const header of documentHeaders) reply.removeHeader(header)
      },
    })
  }
  // the address documents carry for a figure: short, and the same for every face
  app.get<{ Params: { handle: string } }>('/f/:handle', { schema: { hide: true } }, async (request, reply) =>
    reply.redirect(`/figures/${encodeURIComponent(request.params.handle)}`, 302),
  )
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !/^\/(api|assets)\//.test(request.url)
    if (!built || !page) throw new Problem('not-found')
    return reply.sendFile(/^\/field(\/|\?|$)/.test(request.url) ? 'field.html' : 'index.html')
  })
}
