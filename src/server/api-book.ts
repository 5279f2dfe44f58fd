import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { apiPage, type ApiBook } from './api-page.ts'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

/** The whole API as OpenAPI 3.1, at /api/openapi.json, and as a page to read, at /api/docs. Register before any door is hung. */
export async function openApiBook(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '娘家 Niangjia',
        version: '1',
        description:
          'Sign in with POST /api/auth/sign-in/username { username, password }; the session is a cookie. Failures are application/problem+json (schema Problem). An order carries an id chosen by the client: sent twice, done once.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'niangjia.session_token' } },
      },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  app.get('/api/docs', { schema: { hide: true } }, async (_, reply) =>
    reply.type('text/html; charset=utf-8').send(apiPage(app.swagger() as ApiBook)),
  )
}
