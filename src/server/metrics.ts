import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { ask, type Database } from '#store/database'

/** What the machine's keeper may know: counts and times by route, programme and command. No person, no unit. */
export type Metrics = { readonly orders: Counter<'programme' | 'command' | 'outcome'>; readonly registry: Registry }

/** Hangs /metrics (Prometheus text) up, for this machine and its private network only. */
export function openMetrics(app: FastifyInstance, db: Database): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const orders = new Counter({
    name: 'orders_total',
    help: 'Orders by programme, command and outcome',
    labelNames: ['programme', 'command', 'outcome'],
    registers,
  })
  new Gauge({
    name: 'fold_backlog',
    help: 'Changes not yet carried into the roll-ups',
    registers,
    async collect() {
      const [row] = await ask<{ n: number }>(
        db,
        'fold-backlog',
        `select coalesce(sum(greatest(n_live_tup, 0)), 0)::int as n from pg_stat_user_tables where relname in ('delta', 'chain_delta')`,
      )
      this.set(row?.n ?? 0)
    },
  })
  new Gauge({
    name: 'database_connections',
    help: 'Connections of the pool by state',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'open' }, db.totalCount)
      this.set({ state: 'idle' }, db.idleCount)
      this.set({ state: 'waiting' }, db.waitingCount)
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!isNear(request.ip)) return reply.callNotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
  return { orders, registry }
}

const isNear = (ip: string) => /^(::1$|(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|f[cd])/.test(ip)
