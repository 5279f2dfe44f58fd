import { isDay } from '#base/day'
import type { Programme } from '#language'
import { checksAsked } from '#language/checks'
import { programmes } from './all.ts'
import { duties, dutyKey } from './duties.ts'
import { wordsFor } from './words.ts'

/**
 * What may be decided for a unit and all below it; the nearest of the unit and those above decides. `usual` holds where nobody
 * decided. Texts: `src/views/texts/settings.*.json`, under the key, or under the word before the dot for those of a programme.
 */
export type Setting = {
  readonly key: string
  readonly usual: number | string | readonly string[]
  /** A number lies from `least` to `most`; words and each of a list's items are at most `most` characters long. */
  readonly kind: 'number' | 'words' | 'list'
  readonly least: number
  readonly most: number
  /** Holds for the whole installation: only the unit nothing lies above decides. */
  readonly topOnly?: true
  readonly programme?: string
  /** A list of days, each written 2027-01-01. */
  readonly of?: 'day'
}

/** At most so many items has a standard. */
const mostItems = 40

type NumberSetting = Setting & { readonly kind: 'number'; readonly usual: number }

const number = (key: string, usual: number, least: number, most: number, topOnly?: true): NumberSetting => ({
  ...{ key, usual, least, most },
  ...(topOnly ? { topOnly } : {}),
  kind: 'number',
})

/** Days added to the published calendar of holidays and make-up working days. */
const days = (key: string): Setting => ({ key, kind: 'list', usual: [], least: 0, most: 10, topOnly: true, of: 'day' })

export const houseSettings = {
  /** A number under it could point at somebody; statistics offices hide what is under 3 to 10. */
  smallBelow: number('suppress.below', 5, 2, 20),
  /** 妇联章程: congresses and executive committees are elected for five years. */
  termYears: number('term.years', 5, 1, 10),
  termNotice: number('term.notice', 6, 1, 24),
  planNotice: number('plan.notice', 14, 1, 90),
  failures: number('lockout.failures', 5, 3, 10, true),
  lockMinutes: number('lockout.minutes', 15, 5, 1440, true),
  daysOff: days('calendar.off'),
  daysWorked: days('calendar.worked'),
} as const

/** 执委任期职责 (A10): once each in a term, as the reports name it. */
export const dutySettings = duties.map(({ key }) => number(dutyKey(key), 1, 0, 50))

/** What this place calls a programme: 吉林大姐 instead of its usual name. */
const brandOf = (programme: Programme): Setting => ({
  key: brandKey(programme.id),
  kind: 'words',
  usual: wordsFor(programme, 'zh').name,
  least: 2,
  most: 20,
  programme: programme.id,
})

/** The items a place is checked against, where a programme has such a standard (A27: the report names no list). */
const standardOf = (programme: Programme): Setting[] => {
  const declared = Object.keys(programme.pattern.commands).flatMap(command => checksAsked(programme, command))
  const [first] = declared
  return first
    ? [{ key: standardKey(programme.id), kind: 'list', usual: first[1], least: 1, most: 40, programme: programme.id }]
    : []
}

/** The numbers a programme's way of working needs, such as how many working days a public notice lasts. */
const limitsOf = ({ id, pattern: { limits = {} } }: Programme): Setting[] =>
  Object.entries(limits).map(([name, { usual, least, most }]) => ({
    ...number(limitKey(id, name), usual, least, most),
    programme: id,
  }))

export const limitKey = (programme: string, name: string): string => `limit.${programme}.${name}`
export const brandKey = (programme: string): string => `brand.${programme}`
export const standardKey = (programme: string): string => `standard.${programme}`

/** Every setting there is, in the order it is shown. */
export const settings: readonly Setting[] = [
  ...Object.values(houseSettings),
  ...dutySettings,
  ...programmes.flatMap(programme => limitsOf(programme)),
  ...programmes.flatMap(programme => standardOf(programme)),
  ...programmes.map(programme => brandOf(programme)),
]

const byKey = new Map(settings.map(setting => [setting.key, setting]))

/** The setting of this key; nothing for one that is not declared. */
export const settingOf = (key: string): Setting | undefined => byKey.get(key)

export type Fault = { readonly rule: string; readonly [detail: string]: unknown }

/** The value as it is kept, or what is wrong with it. A standard's item that is one of the declared ones is kept under its key. */
export function settled(setting: Setting, value: unknown): { value: Setting['usual'] } | Fault {
  const { kind, least, most } = setting
  if (kind === 'number') {
    if (typeof value !== 'number' || !Number.isInteger(value)) return { rule: 'not-a-number' }
    return value < least ? { rule: 'too-little', least } : value > most ? { rule: 'too-much', most } : { value }
  }
  if (kind === 'words') {
    const text = plain(value)
    if (text === undefined) return { rule: 'not-valid' }
    return text.length < least
      ? { rule: 'too-short', least }
      : text.length > most
        ? { rule: 'too-long', most }
        : { value: text }
  }
  const items = Array.isArray(value) ? value.map(plain) : []
  const told = [...new Set(items.filter(item => item !== undefined && item !== ''))] as string[]
  if (told.length < least || items.includes(undefined)) return { rule: 'missing' }
  if (told.length > mostItems) return { rule: 'too-much', most: mostItems }
  if (setting.of === 'day' && !told.every(isDay)) return { rule: 'not-a-day' }
  if (told.some(item => item.length > most)) return { rule: 'too-long', most }
  return { value: [...new Set(told.map(item => keyOf(setting, item)))] }
}

const plain = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.normalize('NFKC').replace(/\s+/g, ' ').trim() : undefined

/** The words of a standard's items, in the order given; an item of a place's own is its own words. */
export function itemWords(setting: Setting, items: readonly string[], language: 'zh' | 'en'): string[] {
  const words = declaredWords(setting, language)
  return items.map(item => words.get(item) ?? item)
}

function keyOf(setting: Setting, item: string): string {
  for (const language of ['zh', 'en'] as const)
    for (const [key, words] of declaredWords(setting, language)) if (words === item) return key
  return item
}

function declaredWords({ programme: id }: Setting, language: 'zh' | 'en'): Map<string, string> {
  const programme = programmes.find(each => each.id === id)
  const fields = programme ? Object.keys(programme.pattern.commands).flatMap(name => checksAsked(programme, name)) : []
  const options = programme && fields[0] ? wordsFor(programme, language).fields[fields[0][0]]?.options : undefined
  return new Map(Object.entries(options ?? {}))
}
