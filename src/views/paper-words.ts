import { readFileSync } from 'node:fs'
import type { Language } from './house-words.ts'
import { allTraditional } from './traditional.ts'

export type PaperWords = {
  readonly causes: Readonly<Record<string, string>>
  readonly advice: Readonly<Record<'unbound' | 'stale' | 'gone' | 'unit' | 'twice' | 'sum', string>>
  readonly imports: Readonly<Record<string, string>>
}

const made = new Map<Language, PaperWords>()

/** What is said about reviews and imports, in one language; Traditional is made from Simplified when first asked for. */
export function paperWords(language: Language): PaperWords {
  const words = made.get(language) ?? (language === 'zh-Hant' ? allTraditional(paperWords('zh-CN')) : read(language))
  made.set(language, words)
  return words
}

const read = (language: Exclude<Language, 'zh-Hant'>) =>
  // our own file; a test compares the two languages
  JSON.parse(readFileSync(new URL(`./texts/papers.${language}.json`, import.meta.url), 'utf8')) as PaperWords
