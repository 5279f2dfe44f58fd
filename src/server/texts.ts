import { readFileSync } from 'node:fs'
import { allTraditional } from '#views/traditional'
import type { Language } from '#views/house-words'

type Text = { title: string; advice: string }
export type ServerTexts = Record<string, Text> & {
  reasons: Record<string, Text>
  rules: Record<string, string>
  /** Of the pages anybody may open. */
  public: Record<string, string>
}

const read = (language: 'zh-CN' | 'en') =>
  // our own file
  JSON.parse(readFileSync(new URL(`./texts/${language}.json`, import.meta.url), 'utf8')) as ServerTexts

const made = new Map<Language, ServerTexts>()

/** What the server itself says to people, in one language; Traditional is made from Simplified when first asked for. */
export function serverTexts(language: Language): ServerTexts {
  const found = made.get(language)
  if (found) return found
  const texts = language === 'zh-Hant' ? allTraditional(serverTexts('zh-CN')) : read(language)
  made.set(language, texts)
  return texts
}

/** The language a browser asks for, before anybody is known. */
export function languageOf(accept: string | undefined): Language {
  for (const tag of (accept ?? '').split(',').map(each => each.trim().toLowerCase())) {
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return 'zh-Hant'
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}
