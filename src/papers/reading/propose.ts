import type { Span } from './clauses.ts'
import type { Quantity } from './figure.ts'
import { type Entry, LEXICON } from './lexicon.ts'

/** Where a figure stands: its clause, its sentence, and the words before and above them. */
export type Setting = { clause: Span; sentence: Span; earlier: string; heading: string; all: Quantity[] }

/** The catalogue id proposed for a figure, null when nothing near it is known, and how sure that is, 0 to 1. */
export type Proposal = { system: string | null; confidence: number }

type Term = { entry: number; parts: string[]; units: string[] | null; weight: number }
type Scope = { words: string; weight: number; at: number }

const STRENGTH = { sure: 10, likely: 4, hint: 1.5 } as const
const NEUTRAL = new Set(['%', '位次', '年', '届', '级', '百分点', '倍', '番'])
const TERMS = LEXICON.flatMap((entry, index) => termsOf(entry, index))
const UNITS = LEXICON.map(entry => (entry.units ? entry.units.split(' ') : null))

/**
 * Proposes the system a figure belongs to. Every term of the lexicon counts by its strength and by how near it
 * stands: in the figure's own part of the clause most, then the clause, the sentence before it, the sentence
 * before that, the heading. Of the terms of one system the best counts whole and the others in part.
 */
export function propose(text: string, quantity: Quantity, setting: Setting): Proposal {
  const scopes = scopesOf(text, quantity, setting)
  const everything = scopes.map(scope => scope.words).join('\n')
  const scores = new Map<number, number[]>()
  for (const term of TERMS) {
    if (term.units && !term.units.includes(quantity.unit ?? '')) continue
    if (!term.parts.every(part => everything.includes(part))) continue
    const nearness = Math.min(...term.parts.map(part => nearnessOf(part, scopes, quantity)))
    const scored = scores.get(term.entry) ?? []
    scored.push(term.weight * nearness)
    scores.set(term.entry, scored)
  }
  const totals = [...scores].map(([entry, scored]) => ({ entry, score: totalOf(scored) * fitOf(entry, quantity) }))
  if (quantity.form === 'first') addFirst(totals)
  totals.sort((one, two) => two.score - one.score)
  const [best, second] = totals
  if (!best) return { system: null, confidence: 0 }
  const margin = (best.score - (second?.score ?? 0)) / best.score
  const confidence = (best.score / (best.score + 5)) * (0.55 + 0.45 * margin)
  return { system: LEXICON[best.entry]?.id ?? null, confidence: Math.round(confidence * 100) / 100 }
}

function scopesOf(text: string, quantity: Quantity, { clause, sentence, earlier, heading, all }: Setting): Scope[] {
  const within = all.filter(one => one.start >= clause.start && one.end <= clause.end)
  const from = Math.max(clause.start, ...within.filter(one => one.end <= quantity.start).map(one => one.end))
  const to = Math.min(clause.end, ...within.filter(one => one.start >= quantity.end).map(one => one.start))
  const scopes: Scope[] = [
    { words: text.slice(from, to), weight: 1, at: from },
    { words: text.slice(clause.start, clause.end), weight: 0.75, at: clause.start },
  ]
  const before = text.slice(sentence.start, clause.start).split(/[,;:]/).filter(words => words !== '').reverse()
  for (const [place, words] of before.entries()) scopes.push({ words, weight: Math.max(0.2, 0.5 - place * 0.1), at: -1 })
  scopes.push({ words: text.slice(clause.end, sentence.end), weight: 0.2, at: -1 })
  scopes.push({ words: earlier, weight: 0.17, at: -1 })
  scopes.push({ words: heading, weight: 0.17, at: -1 })
  return scopes
}

/** The weight of the nearest scope that holds the words, a little more when they stand right beside the number. */
function nearnessOf(part: string, scopes: Scope[], quantity: Quantity): number {
  for (const scope of scopes) {
    const found = scope.words.lastIndexOf(part)
    if (found < 0) continue
    if (scope.at < 0) return scope.weight
    const start = scope.at + found
    const gap = start >= quantity.end ? start - quantity.end : quantity.start - start - part.length
    return scope.weight * (gap <= 1 ? 1.2 : 1)
  }
  return 0
}

function totalOf(scored: number[]): number {
  const [best = 0, second = 0, third = 0] = scored.sort((one, two) => two - one)
  return best + second * 0.3 + third * 0.15
}

function fitOf(entry: number, quantity: Quantity): number {
  const units = UNITS[entry]
  if (!units || units.includes(quantity.unit ?? '')) return 1
  return NEUTRAL.has(quantity.unit ?? '') ? 0.85 : 0.5
}

/** To be the first of a province is told of a practice, unless the practice itself is known. */
function addFirst(totals: { entry: number; score: number }[]): void {
  const entry = LEXICON.findIndex(one => one.id === 'H15')
  const known = totals.find(one => one.entry === entry)
  if (known) known.score += 2
  else totals.push({ entry, score: 3 })
}

function termsOf(entry: Entry, index: number): Term[] {
  return (['sure', 'likely', 'hint'] as const).flatMap(strength =>
    (entry[strength] ?? '')
      .split(' ')
      .filter(word => word !== '')
      .map(word => {
        const [words = '', units] = word.split('/')
        const parts = words.split('&')
        const length = Math.min(8, parts.join('').length)
        return { entry: index, parts, units: units ? units.split(',') : null, weight: STRENGTH[strength] * (0.7 + length * 0.06) }
      }),
  )
}
