import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const [least, most] = [1024, 200_000]
/** A window of 8 KB instead of 32 squeezes answers as well, and spares setting up a quarter of a megabyte for each. */
const small = { level: 3, windowBits: 13, memLevel: 7 }

/**
 * Short texts are squeezed where they stand: half a millisecond, where a stream through other threads costs three. Longer ones,
 * and files, are left to the stream.
 */
export function openSqueeze(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < least || payload.length > most) return payload
    if (reply.hasHeader('content-encoding') || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')))
      return payload
    reply.header('content-encoding', 'gzip')
    reply.header('vary', 'accept-encoding')
    reply.removeHeader('content-length')
    return gzipSync(payload, small)
  })
}
