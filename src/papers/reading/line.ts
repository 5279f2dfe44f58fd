import type { Bound, FigureKind, Level, ReadFigure } from './figure.ts'
import { hanValue } from './numerals.ts'

/** A figure as one line of JSON, the fields in the order of the answer keys; `tier` only where there is one. */
export type FigureLine = {
  file: string
  sentence: string
  raw: string
  value: number | null
  unit: string | null
  approx: boolean
  bound: Bound
  measure: string
  system: string | null
  level: Level
  orgName: string | null
  period: string | null
  comparison: string | null
  kind: FigureKind
  offset: number
  tier?: Level
  confidence: number
}

const YEARS: Record<string, string> = {
  一: 'one',
  两: 'two',
  二: 'two',
  三: 'three',
  四: 'four',
  五: 'five',
  六: 'six',
  十: 'ten',
}
const PLACES: Record<string, string> = {
  省: 'provincial ',
  市: 'city ',
  州: 'prefecture ',
  县: 'county ',
  区: 'district ',
}
const WORDS: [RegExp, string][] = [
  [/截至|截止|目前|至今/, 'to date'],
  [/近年来|多年来/, 'recent years'],
  [/换届/, 'after re-election'],
  [/任期/, 'term of office'],
  [/每个?月/, 'monthly'],
  [/每个?季度/, 'quarterly'],
  [/每年/, 'yearly'],
  [/十三五/, '13th Five-Year plan period'],
  [/十四五/, '14th Five-Year plan period'],
  [/十五五/, '15th Five-Year plan period'],
]

/** The line of JSON for one figure of a file. */
export function figureLine(file: string, figure: ReadFigure): FigureLine {
  const {
    sentence,
    raw,
    value,
    unit,
    approx,
    bound,
    measure,
    system,
    level,
    orgName,
    comparison,
    kind,
    offset,
    tier,
    confidence,
  } = figure
  const period = figure.period === null ? null : periodCode(figure.period)
  const line = {
    file,
    sentence,
    raw,
    value,
    unit,
    approx,
    bound,
    measure,
    system,
    level,
    orgName,
    period,
    comparison,
    kind,
    offset,
  }
  return tier === null ? { ...line, confidence } : { ...line, tier, confidence }
}

/** A period as the keys write it: 五年来 is five years, 截至目前 to date, 2022年 2022; other words stay as they are. */
export function periodCode(words: string): string {
  const year = /^(20\d\d)年$/.exec(words)?.[1]
  if (year) return year
  for (const [pattern, code] of WORDS) if (pattern.test(words)) return code
  const congress = /([省市州县区])?(?:妇女)?第?([一二三四五六七八九十]+)(?:次|大)[^,]*以来$/.exec(words)
  if (congress)
    return `since the ${ordinalOf(hanValue(congress[2] ?? '') ?? 0)} ${PLACES[congress[1] ?? ''] ?? ''}women's congress`
  const years = /([一两二三四五六十]|\d+)年/.exec(words)?.[1]
  return years ? `${YEARS[years] ?? years} years` : words
}

function ordinalOf(number: number): string {
  const last = number > 10 && number < 14 ? 0 : number % 10
  return `${number}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`
}
