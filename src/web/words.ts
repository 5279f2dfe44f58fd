import i18next, { type Resource } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'

export type Language = 'zh-CN' | 'zh-Hant' | 'en'
/** Loads the texts of a language other than Simplified, which is carried from the start. */
export type Loaders = Record<Exclude<Language, 'zh-CN'>, () => Promise<{ default: object }>>
export type Say = (key: string, values?: Record<string, unknown>) => string

let loaders: Loaders | undefined

/** Starts the texts with Simplified Chinese at hand and, when the reader chose another language, that one too. */
export async function startWords(simplified: object, others: Loaders, language: Language): Promise<void> {
  loaders = others
  await i18next.use(initReactI18next).init({
    resources: { 'zh-CN': { translation: simplified } } as Resource,
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  })
  await speak(language)
}

/** Changes the language of the page. */
export async function speak(language: Language): Promise<void> {
  if (language !== 'zh-CN' && !i18next.hasResourceBundle(language, 'translation')) {
    const loaded = await loaders?.[language]()
    if (loaded) i18next.addResourceBundle(language, 'translation', loaded.default)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** The texts, and a new rendering when the language changes. */
export function useWords(): Say {
  const { t } = useTranslation()
  return t as unknown as Say // the keys are proved by a test, not by types
}

/** Is there a text under this key? */
export const isSaid = (key: string): boolean => i18next.exists(key)

/** What parts two things of one line, and the items of a list, in the reader's script. */
export const comma = (): string => (i18next.language === 'en' ? ', ' : '，')
export const listMark = (): string => (i18next.language === 'en' ? ', ' : '、')
