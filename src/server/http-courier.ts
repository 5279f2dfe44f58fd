import { NotSent, type Way } from './courier.ts'

type Asked = { readonly json?: unknown; readonly headers?: Record<string, string>; readonly method?: 'GET' | 'POST' }

/** Asks a provider over HTTP and reads its JSON. Rejects with `NotSent`: gone when nobody answers, later for anything else. */
export async function askedJson<Answer>(
  way: Way,
  url: string,
  { json, headers = {}, method }: Asked = {},
): Promise<Answer> {
  const body = json === undefined ? {} : { body: JSON.stringify(json) }
  const type = json === undefined ? {} : { 'content-type': 'application/json' }
  const init = { method: method ?? (json === undefined ? 'GET' : 'POST'), headers: { ...type, ...headers }, ...body }
  // what a provider answers repeats the address, so nothing of it is kept
  const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(20_000) }).catch(() => {
    throw new NotSent(way, 'no answer', 'gone')
  })
  const read = await answer.json().catch(() => undefined)
  if (read === undefined || answer.status >= 500) throw new NotSent(way, answer.status, 'later')
  return read as Answer // as the provider documents it; every part is checked where it is used
}
