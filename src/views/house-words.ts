import { readFileSync } from 'node:fs'
import type { Chapter, PostKind, Where } from '#language'
import type { Duty } from '#programmes/duties'
import { allTraditional } from './traditional.ts'

export type Language = 'zh-CN' | 'zh-Hant' | 'en'

type Sentence = { title: string; detail: string }
export type HouseWords = {
  readonly posts: Record<PostKind, string>
  readonly where: Record<Where, string>
  readonly levels: Record<string, string>
  readonly house: Record<string, string>
  readonly access: { see: string; open: string; head: string[]; sheet: string; house: string }
  readonly notice: Record<'subject' | 'greeting' | 'line' | 'late' | 'look' | 'stop', string> & {
    readonly kinds: Record<string, string>
  }
  readonly duties: Record<Duty, string>
  readonly yes: string
  readonly no: string
  readonly guarded: string
  readonly someone: string
  readonly count: { person: string; household: string }
  readonly list: string
  readonly checks: { passed: string; failed: string }
  readonly empty: { none: string; filtered: string; unseen: string }
  readonly waiting: Record<
    'planned' | 'task' | 'accept' | 'term' | 'unused' | 'contact' | 'letter' | 'decision' | 'document' | 'verify',
    Sentence
  >
  readonly head: Record<'day' | 'programme' | 'unit' | 'title' | 'phase' | 'code', string>
  readonly acts: Record<string, string>
  readonly product: string
  readonly sheet: Record<'records' | 'figures' | 'asOf' | 'name' | 'unit' | 'source' | 'open' | 'hidden', string>
  readonly chapters: Record<Chapter, string>
  readonly columns: Record<'all' | 'year' | 'month', string>
  readonly closed: Record<'not-yours' | 'small', string>
}

const made = new Map<Language, HouseWords>()

/** The words views use that belong to no programme, in one language; Traditional is made from Simplified when first asked for. */
export function houseWords(language: Language): HouseWords {
  const found = made.get(language)
  if (found) return found
  const words = language === 'zh-Hant' ? allTraditional(houseWords('zh-CN')) : read(language)
  made.set(language, words)
  return words
}

const read = (language: Exclude<Language, 'zh-Hant'>) =>
  // our own file; a test compares the two languages
  JSON.parse(readFileSync(new URL(`./texts/${language}.json`, import.meta.url), 'utf8')) as HouseWords

/** Puts values into a text's {places}. */
export const filled = (text: string, values: Record<string, unknown>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
