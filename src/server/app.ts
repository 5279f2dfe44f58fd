import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { openEtags } from './etag.ts'
import { plainError, type Log } from './log.ts'
import { refuseStrangers } from './origin.ts'
import { bodyOf, problemIn, unexpectedBody } from './problems.ts'
import { openSqueeze } from './squeeze.ts'
import { isConnectionLoss } from '#store/connection-loss'
import { languageOf } from './texts.ts'

/** The HTTP side of the house, before any door hangs in it. */
export async function makeApp(log: Log, appUrl: string | undefined): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: 'loopback',
    bodyLimit: 2_000_000,
    routerOptions: { maxParamLength: 2000 },
    genReqId: () => crypto.randomUUID().slice(0, 8),
    forceCloseConnections: 'idle',
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('language', 'zh-CN')
  app.decorateRequest('visitor', undefined)
  app.addHook('onRequest', async request => {
    request.language = languageOf(request.headers['accept-language'])
  })
  await guard(app, appUrl?.startsWith('https:') ?? false)
  refuseStrangers(app, appUrl)
  openEtags(app)
  openSqueeze(app)
  await app.register(compress, { encodings: ['gzip'], threshold: 1024, customTypes: /json$|^text\/(?!event)/ })
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const took = Math.round(reply.elapsedTime)
    request.log.info({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, ms: took }, 'answered')
  })
  app.setErrorHandler((error, request, reply) => {
    const problem = problemIn(error)
    const ready = !isConnectionLoss(error)
    if (!problem) request.log.error({ error: plainError(error), route: request.routeOptions.url }, 'broken')
    const body = problem
      ? bodyOf(problem, request.language, request.id)
      : unexpectedBody(request.language, request.id, ready)
    if (!ready) reply.header('retry-after', '2')
    return reply
      .code(body.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .serializer((value: unknown) => JSON.stringify(value))
      .send(body)
  })
  return app
}

/** Ant Design writes styles at run time; everything else comes from our own files. */
const guard = (app: FastifyInstance, secure: boolean) =>
  app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'worker-src': ["'self'", 'blob:'],
        'upgrade-insecure-requests': secure ? [] : null,
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'same-origin' },
  })
