import { TemplateHandler } from 'easy-template-x'
import { Problem } from '#base/problem'

/** The tags a review's template uses, each once. Throws `invalid-input` for a file that is no Word document, or whose tags do not close. */
export async function tagsOf(template: Uint8Array): Promise<Set<string>> {
  const handler = new TemplateHandler()
  const tags = await handler.parseTags(Buffer.from(template)).catch((error: unknown) => {
    const tag = /"([^"]+)"/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    throw new Problem('invalid-input', {
      issues: [{ path: 'docx', rule: tag ? 'tag-not-closed' : 'not-a-word-file', tag }],
    })
  })
  return new Set(tags.map(({ name }) => name))
}
