import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '#base/problem'
import { api, type Api } from '#contract/api'
import { ProblemBody } from '#contract/office'
import { paths, type Door } from '#contract/paths'
import type { Actor } from '#federation/actor'
import type { Actors } from './actors.ts'
import { outliving } from '#store/connection-loss'
import type { Language } from '#views/house-words'
import type { Sessions, SignedIn } from './signed-in.ts'

type Part<D extends Door, Name extends string> =
  Api[D] extends Record<Name, infer Schema extends z.ZodType> ? z.output<Schema> : undefined
type Params = { no: number; shard: number; id: string; handle: string; code: string }

/** Who stands at a door: signed in, with the posts she holds at this moment. */
export type Visitor = SignedIn & { readonly actor: Actor }

/** What a handler is given: everything checked against the contract. */
declare module 'fastify' {
  interface FastifyRequest {
    language: Language
    visitor: Visitor | undefined
  }
}

export type Given<D extends Door> = {
  readonly body: Part<D, 'body'>
  readonly query: Part<D, 'query'>
  readonly params: Params
  readonly visitor: Visitor
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}
export type Handlers = {
  readonly [D in Door]?: (given: Given<D>) => Promise<z.input<Api[D]['response']>>
}

/** Doors that open before anybody is known, and those that open while a first password still stands. */
const publicDoors: readonly Door[] = ['setupState', 'setup', 'certificate', 'publicNotice']
const earlyDoors: readonly Door[] = ['me', 'setMe']

/** Doors that take a document, a workbook or a map, in bytes of their base64. */
const bodyLimits: Partial<Record<Door, number>> = {
  readReport: 30_000_000,
  checkReview: 30_000_000,
  setReviewTemplate: 30_000_000,
  startImport: 56_000_000,
  setMap: 30_000_000,
}

const paramSchemas = {
  no: z.coerce.number().int(),
  shard: z.coerce.number().int(),
  id: z.uuid().transform(id => id.toLowerCase()),
  handle: z.string().max(2000),
  code: z.string().max(60),
}

export type Gate = {
  readonly sessions: Sessions
  readonly actors: Actors
  /** Resolves when the database takes connections. */
  readonly ensureRunning: () => Promise<void>
}

/** Doors that only read: while a killed database comes back they wait for it. Orders do the same by their own id. */
const onlyReads = (door: Door) => paths[door][0] === 'GET' || door === 'figures'

/** Hangs every door of the contract: validated from its schemas, answered through them; a door without a handler says so. */
export function openDoors(app: FastifyInstance, handlers: Handlers, gate: Gate): void {
  for (const door of Object.keys(paths) as Door[]) {
    const [method, url] = paths[door]
    const schemas: { query?: z.ZodType; body?: z.ZodType; response: z.ZodType } = api[door]
    // the union of all handlers' types is what the route really takes; each was checked above
    const handle = handlers[door] as ((given: object) => Promise<unknown>) | undefined
    app.route({
      method,
      url,
      schema: {
        operationId: door,
        tags: [url.split('/')[2] ?? 'api'],
        ...(schemas.query ? { querystring: schemas.query } : {}),
        ...(schemas.body ? { body: schemas.body } : {}),
        ...(url.includes(':') ? { params: paramsOf(url) } : {}),
        response: { 200: schemas.response, default: ProblemBody },
      },
      ...(bodyLimits[door] ? { bodyLimit: bodyLimits[door] } : {}),
      // before a body is read: a stranger's is not worth reading
      async onRequest(request, reply) {
        if (!publicDoors.includes(door)) request.visitor = await admit(request, reply, gate, earlyDoors.includes(door))
      },
      async handler(request, reply) {
        const { visitor } = request
        if (!handle) throw new Problem('not-found', { reason: 'not-connected', door })
        const { body, query, params } = request
        const work = () => handle({ body, query, params, visitor, request, reply })
        return onlyReads(door) ? outliving(gate.ensureRunning, work) : work()
      },
    })
  }
}

const paramsOf = (url: string) =>
  z.object(
    Object.fromEntries(
      [...url.matchAll(/:(\w+)/g)].map(([, name]) => [name, paramSchemas[name as keyof typeof paramSchemas]]),
    ),
  )

/** Lets a visitor in, with the posts she holds at this moment. Throws `not-signed-in`, or `not-allowed` while her first password stands. */
export async function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  { sessions, actors, ensureRunning }: Gate,
  early = false,
): Promise<Visitor> {
  const who = await outliving(ensureRunning, () => sessions.of(request, reply))
  if (!who) throw new Problem('not-signed-in')
  request.language = who.language
  if (who.mustChange && !early) throw new Problem('not-allowed', { reason: 'change-password' })
  return { ...who, actor: await outliving(ensureRunning, () => actors.of(who.person)) }
}
