import { filled, houseWords, type Language } from './house-words.ts'
import type { Waiting } from './waiting.ts'

/**
 * What waits for somebody, as a letter. It says how many of what kind and where to look: no title, no name, for mail lies open on
 * the way.
 */
export function noticeOf(
  waiting: readonly Waiting[],
  { unit, url }: { unit: string; url: string },
  language: Language,
): { subject: string; text: string } {
  const words = houseWords(language).notice
  const late = waiting.filter(({ when }) => when === 'late').length
  const kinds = [...new Set(waiting.map(({ kind }) => kind))]
  const lines = kinds.map(kind => {
    const n = waiting.filter(each => each.kind === kind).length
    return filled(words.line, { kind: words.kinds[kind] ?? kind, n })
  })
  return {
    subject: filled(words.subject, { unit, n: waiting.length }),
    text: [
      words.greeting,
      '',
      ...lines,
      ...(late > 0 ? ['', filled(words.late, { n: late })] : []),
      '',
      filled(words.look, { url }),
      '',
      words.stop,
      '',
    ].join('\n'),
  }
}
