import { plain } from './plain-html.ts'

type Door = {
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
  readonly requestBody?: unknown
  readonly responses?: Readonly<Record<string, unknown>>
}
/** Of an OpenAPI document, what the page shows. */
export type ApiBook = {
  readonly info: { readonly title: string; readonly description?: string }
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>
  readonly components?: unknown
}

/** The API to read: every door with what it takes and answers, as one page without any script. */
export function apiPage({ info, paths = {}, components }: ApiBook): string {
  const doors = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods ?? {}).map(([method, door]) => ({ path, method, door: door as Door })),
  )
  const sections = doors.map(
    ({
      path,
      method,
      door,
    }) => `<details><summary><b>${method.toUpperCase()}</b> <code>${plain(path)}</code> ${plain(door.summary ?? '')}</summary>
${door.description ? `<p>${plain(door.description)}</p>` : ''}${parametersOf(door)}${schemaOf('takes', door.requestBody)}${schemaOf('answers', door.responses)}</details>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${plain(info.title)} API</title>
<style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}details{border-top:1px solid #ccc;padding:.5rem 0}pre{overflow:auto;background:#f6f4ee;padding:.75rem;font-size:13px}summary{cursor:pointer}</style>
<h1>${plain(info.title)}</h1><p>${plain(info.description ?? '')}</p><p><a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
${sections.join('\n')}
${schemaOf('components', components)}</html>`
}

const parametersOf = ({ parameters = [] }: Door): string =>
  parameters.length
    ? `<ul>${parameters.map(({ name, in: where, required }) => `<li><code>${plain(name)}</code> (${plain(where)}${required ? ', required' : ''})</li>`).join('')}</ul>`
    : ''

const schemaOf = (title: string, value: unknown): string =>
  value === undefined
    ? ''
    : `<details><summary>${title}</summary><pre>${plain(JSON.stringify(value, null, 2))}</pre></details>`
