import type { z } from 'zod'
import type { Api } from './api.ts'
import type { Table } from './figures.ts'
import { unpackTable } from './packed.ts'
import { paths, type Door } from './paths.ts'

type Part<D extends Door, K extends string> =
  Api[D] extends Record<K, infer S extends z.ZodType> ? z.input<S> : undefined
type Params<D extends Door> = (typeof paths)[D][1] extends `${string}:${string}`
  ? { params: Record<string, string | number> }
  : { params?: undefined }
type Given<D extends Door> = (Part<D, 'body'> extends undefined ? { body?: undefined } : { body: Part<D, 'body'> }) & {
  query?: Part<D, 'query'> extends undefined ? undefined : Partial<Part<D, 'query'>>
} & Params<D>
/** What a door answers. */
export type Answer<D extends Door> = D extends 'figures' ? z.output<typeof Table> : z.output<Api[D]['response']>
/** A refusal as the server words it (problem+json), or `status` 0 when there was no answer at all. */
export class Refused extends Error {
  readonly status: number
  readonly body: {
    code: string
    title: string
    advice?: string
    issues?: { path: string; rule: string; message: string }[]
    details?: Record<string, unknown>
    request?: string
  }

  constructor(status: number, body: Refused['body']) {
    super(body.title)
    this.name = 'Refused'
    this.status = status
    this.body = body
  }
}

/** Calls one door of the API: types from the schemas, nothing of them at run time. Throws Refused. */
export async function call<D extends Door>(
  door: D,
  given: Given<D>,
  init: { base?: string; headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Answer<D>> {
  const [method, path] = paths[door]
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(given.params?.[name] ?? '')))
  const query = new URLSearchParams(
    Object.entries(given.query ?? {}).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)] as [string, string]],
    ),
  )
  // tables of figures are asked for lean, and written out again below
  const sent = door === 'figures' ? { ...(given.body as object), lean: true } : given.body
  const answer = await fetch(`${init.base ?? ''}${filled}${query.size ? `?${query}` : ''}`, {
    method,
    credentials: 'include',
    headers: {
      accept: 'application/json',
      ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...init.headers,
    },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    ...(init.signal ? { signal: init.signal } : {}),
  }).catch(error => {
    throw new Refused(0, { code: 'no-network', title: String(error instanceof Error ? error.message : error) })
  })
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok)
    throw new Refused(answer.status, (body ?? { code: 'unexpected', title: answer.statusText }) as Refused['body'])
  // the server checked it against the same schema
  return (door === 'figures' ? unpackTable(body as Parameters<typeof unpackTable>[0]) : body) as Answer<D>
}
