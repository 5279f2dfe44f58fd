import type { Span } from './clauses.ts'
import type { Quantity } from './figure.ts'
import { type Entry, LEXICON } from './lexicon.ts'
import { itemAround, ownPart } from './parts.ts'

/** Where a figure stands: its clause, its sentence, the words before and above them, and the figure before it there. */
export type Setting = {
  clause: Span
  sentence: Span
  earlier: string
  heading: string
  all: Quantity[]
  before: Proposal | null
}

/** The catalogue id proposed for a figure, null when nothing near it is known; `score` is the sum behind it. */
export type Proposal = { system: string | null; confidence: number; score: number }

/** A term of the lexicon, taken apart. */
export type Term = { entry: number; parts: string[]; units: string[] | null; weight: number }
type Scope = { words: string; weight: number; at: number }

const STRENGTH = { sure: 10, likely: 4, hint: 1.5 } as const
const NEUTRAL = new Set(['%', '位次', '年', '届', '级', '百分点', '千分点', '倍', '番'])
const TERMS = LEXICON.flatMap((entry, index) => termsOf(entry, index))
const UNITS = LEXICON.map(entry => (entry.units ? entry.units.split(' ') : null))
// How many clauses before, and how many characters around, still say something of a figure.
const NEAR = 10
const FAR = 200
const GOES_ON = /^(?:其中|并|共|累计|培训|受益|惠及|覆盖|参与|服务|帮助|救助|吸引|带动|受训|受众|提交|参加|开展\d|长期)/

/** The terms of the lexicon that a text can match at all; asked for once a report. */
export function termsIn(text: string): Term[] {
  return TERMS.filter(term => term.parts.every(part => text.includes(part)))
}

/**
 * Proposes the system a figure belongs to. Every term of the lexicon counts by its strength and by how near it
 * stands: in the figure's own item of the clause most, then the clause, the sentence before it, the sentence before
 * that, the heading. Of the terms of one system the best counts whole and the others in part. A clause that says
 * little of its own (受益15万人, 其中…) goes with the figure before it in the sentence.
 */
export function propose(text: string, terms: Term[], quantity: Quantity, setting: Setting): Proposal {
  const scopes = scopesOf(text, quantity, setting)
  const everything = scopes.map(scope => scope.words).join('\n')
  const scores = new Map<number, number[]>()
  let ownBest = 0
  for (const term of terms) {
    if (term.units && !term.units.includes(quantity.unit ?? '')) continue
    if (!term.parts.every(part => everything.includes(part))) continue
    const nearness = Math.min(...term.parts.map(part => nearnessOf(part, scopes, quantity)))
    if (nearness === 0) continue
    const score = term.weight * nearness * fitOf(term.entry, quantity)
    scores.set(term.entry, [...(scores.get(term.entry) ?? []), score])
    if (nearness >= 1) ownBest = Math.max(ownBest, score)
  }
  const totals = new Map([...scores].map(([entry, scored]) => [entry, totalOf(scored)]))
  if (quantity.form === 'first') add(totals, 'H15', 3)
  const { before } = setting
  if (before?.system) add(totals, before.system, before.score * carriesOver(text, quantity, setting, ownBest))
  return best(totals)
}

function best(totals: Map<number, number>): Proposal {
  const [first, second] = [...totals].sort((one, two) => two[1] - one[1])
  if (!first) return { system: null, confidence: 0, score: 0 }
  const [entry, score] = first
  const margin = (score - (second?.[1] ?? 0)) / score
  const confidence = (score / (score + 5)) * (0.55 + 0.45 * margin)
  return { system: LEXICON[entry]?.id ?? null, confidence: Math.round(confidence * 100) / 100, score }
}

function scopesOf(text: string, quantity: Quantity, { clause, sentence, all, earlier, heading }: Setting): Scope[] {
  const own = ownPart(text, quantity, clause, all)
  // A number at the end counts the whole list before it; one inside a list belongs to its item.
  const item = quantity.about || quantity.end >= own.end ? own : itemAround(text, quantity, own)
  const before = text
    .slice(Math.max(sentence.start, clause.start - 2 * FAR), clause.start)
    .split(/[,;:]/)
    .filter(words => words !== '')
    .slice(-NEAR)
    .reverse()
  return [
    { words: text.slice(item.start, item.end), weight: 1.15, at: item.start },
    { words: text.slice(own.start, own.end), weight: item === own ? 1 : 0.8, at: own.start },
    { words: text.slice(clause.start, clause.end), weight: quantity.about ? 0.3 : 0.75, at: clause.start },
    ...before.map((words, place) => ({ words, weight: Math.max(0.2, 0.5 - place * 0.1), at: -1 })),
    { words: text.slice(clause.end, Math.min(sentence.end, clause.end + FAR)), weight: 0.2, at: -1 },
    { words: earlier.slice(-FAR), weight: 0.17, at: -1 },
    { words: heading, weight: 0.17, at: -1 },
  ]
}

/** The weight of the nearest scope that holds the words, a little more when they stand right beside the number. */
function nearnessOf(part: string, scopes: Scope[], quantity: Quantity): number {
  for (const scope of scopes) {
    const found = placeOf(part, scope.words)
    if (found < 0) continue
    if (scope.at < 0) return scope.weight
    const start = scope.at + found
    const gap = start >= quantity.end ? start - quantity.end : quantity.start - start - part.length
    return scope.weight * (gap <= 1 ? 1.2 : 1)
  }
  return 0
}

/** The last place of a term; one that begins with 女 is not found in 妇女, 子女, 儿女. */
function placeOf(part: string, words: string): number {
  let found = words.lastIndexOf(part)
  if (part.charAt(0) !== '女') return found
  while (found > 0 && /[妇子男儿孕少]/.test(words.charAt(found - 1))) found = words.lastIndexOf(part, found - 1)
  return found
}

function totalOf(scored: number[]): number {
  const [first = 0, second = 0, third = 0] = scored.sort((one, two) => two - one)
  return first + second * 0.3 + third * 0.15
}

function fitOf(entry: number, quantity: Quantity): number {
  const units = UNITS[entry]
  if (!units || units.includes(quantity.unit ?? '')) return 1
  return NEUTRAL.has(quantity.unit ?? '') ? 0.85 : 0.4
}

/** How much of the figure before goes over to this one: a duty of the same list, a clause that goes on, or little. */
function carriesOver(text: string, quantity: Quantity, { clause }: Setting, ownBest: number): number {
  if (quantity.form !== 'count' && quantity.form !== 'share') return 0.05
  if (quantity.bound === 'over' && !quantity.approx && (quantity.value ?? 0) <= 20) return 0.8
  if (ownBest > 7) return 0.05
  const words = text.slice(clause.start, clause.end)
  return words.startsWith('其中') ? 0.5 : GOES_ON.test(words) ? 0.3 : 0.15
}

function add(totals: Map<number, number>, system: string, score: number): void {
  const entry = LEXICON.findIndex(one => one.id === system)
  totals.set(entry, (totals.get(entry) ?? 0) + score)
}

function termsOf(entry: Entry, index: number): Term[] {
  return (['sure', 'likely', 'hint'] as const).flatMap(strength =>
    (entry[strength] ?? '')
      .split(' ')
      .filter(word => word !== '')
      .map(word => termOf(word, index, STRENGTH[strength])),
  )
}

function termOf(word: string, entry: number, strength: number): Term {
  const [words = '', units] = word.split('/')
  const parts = words.split('&')
  const length = Math.min(8, parts.join('').length)
  return { entry, parts, units: units ? units.split(',') : null, weight: strength * (0.7 + length * 0.06) }
}
