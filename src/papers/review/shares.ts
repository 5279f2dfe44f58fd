import type { Finding } from './finding.ts'
import { sentenceAround } from './sentence-around.ts'

/** 分别占 48%、33%、20%: shares of one whole that add up to something else than 100. */
export function shares(text: string): Finding[] {
  return Array.from(text.matchAll(/分别占([^。；]*)/g)).flatMap(match => {
    const parts = Array.from((match[1] ?? '').matchAll(/(\d+(?:\.\d+)?)%/g), part => Number(part[1]))
    const total = parts.reduce((sum, part) => sum + part, 0)
    if (parts.length < 2 || Math.abs(total - 100) < 0.05 || total < 90) return []
    const number = `${Math.round(total * 100) / 100}%`
    return [{ kind: 'sum' as const, sentence: sentenceAround(text, match.index), number, handle: null, now: '100%' }]
  })
}
