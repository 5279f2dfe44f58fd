import { readFileSync } from 'node:fs'
import { demandUnit, type Reach } from '#federation/reach'
import { settingsAt, type InForce } from '#federation/setting'
import type { Programme } from '#language'
import { itemWords, limitKey, settingOf, settings, type Setting } from '#programmes/settings'
import { programmeById } from '#programmes/all'
import type { Queryable } from '#store/database'
import { filled, type Language } from './house-words.ts'
import { wordsFor } from './programme-words.ts'
import { allTraditional, traditional } from './traditional.ts'
import { unitBriefs, type UnitBrief } from './units.ts'

export type SettingLine = {
  key: string
  name: string
  help: string
  /** In force: what the nearest unit decided, or what is usual. */
  value: unknown
  from: UnitBrief | null
  usual: unknown
}

/** Everything that may be decided for a unit, with what holds now and who decided it. Throws `not-allowed` outside the reach. */
export async function settingsOf(
  db: Queryable,
  seen: Reach,
  at: { unit: number; shard: number; top: boolean },
  language: Language,
): Promise<SettingLine[]> {
  demandUnit(seen, at)
  const inForce = await settingsAt(db, at.unit)
  const units = await unitBriefs(
    db,
    [...inForce.values()].map(each => each.from),
  )
  return settings
    .filter(setting => at.top || !setting.topOnly)
    .map(setting => lineOf(setting, inForce.get(setting.key), units, language))
}

function lineOf(
  setting: Setting,
  found: InForce | undefined,
  units: ReadonlyMap<number, UnitBrief>,
  language: Language,
): SettingLine {
  const usual = usualOf(setting, language)
  return {
    key: setting.key,
    ...settingWords(setting, language),
    value: found ? inWords(setting, found.value, language) : usual,
    from: found ? (units.get(found.from) ?? null) : null,
    usual,
  }
}

/** What is usual, as the reader knows it: a programme by its name in her language. */
function usualOf(setting: Setting, language: Language): unknown {
  const programme = programmeById.get(setting.programme ?? '')
  if (setting.kind === 'words' && programme) return wordsFor(programme, language).name
  return inWords(setting, setting.usual, language)
}

function inWords(setting: Setting, value: unknown, language: Language): unknown {
  const told = Array.isArray(value) ? itemWords(setting, value.map(String), language === 'en' ? 'en' : 'zh') : value
  return language === 'zh-Hant' ? allTraditional(told) : told
}

type Words = { readonly name: string; readonly help: string }

/** The name of a setting and what it does. */
export function settingWords(setting: Setting, language: Language): Words {
  const texts = textsOf(language)
  const programme = programmeById.get(setting.programme ?? '')
  const limit = programme && limitWords(setting.key, programme, language)
  if (limit) return limit
  const found = texts[programme ? (setting.key.split('.')[0] ?? '') : setting.key] ?? { name: setting.key, help: '' }
  return programme ? { ...found, name: filled(found.name, { name: wordsFor(programme, language).name }) } : found
}

function limitWords(key: string, programme: Programme, language: Language): Words | undefined {
  if (!key.startsWith('limit.')) return undefined
  const { name, limit } = wordsFor(programme, language)
  const found = limit(key.slice(limitKey(programme.id, '').length))
  return { name: language === 'en' ? `${name}: ${found.name}` : `${name}：${found.name}`, help: found.help }
}

const made = new Map<Language, Record<string, Words>>()

function textsOf(language: Language): Record<string, Words> {
  const file = language === 'en' ? 'en' : 'zh-CN'
  // our own file; a test compares the two languages
  const read = () =>
    JSON.parse(readFileSync(new URL(`./texts/settings.${file}.json`, import.meta.url), 'utf8')) as Record<string, Words>
  const found = made.get(language) ?? (language === 'zh-Hant' ? allTraditional(read()) : read())
  made.set(language, found)
  return found
}

/** What a place has names and standards of its own for: programmes' names, and the items their venues are checked against. */
export type LocalWords = {
  readonly brands: ReadonlyMap<string, string>
  readonly standards: ReadonlyMap<string, readonly string[]>
}

/** As the nearest unit above decided, itself first. */
export async function localWords(db: Queryable, unit: number): Promise<LocalWords> {
  const found = await settingsAt(db, unit)
  const of = (kind: Setting['kind']) =>
    [...found].flatMap(([key, { value }]) => {
      const setting = settingOf(key)
      return setting?.kind === kind && setting.programme ? [[setting.programme, value] as const] : []
    })
  // settled when they were kept
  return {
    brands: new Map(of('words')) as LocalWords['brands'],
    standards: new Map(of('list')) as LocalWords['standards'],
  }
}

/** A programme's own name in this place, in the reader's script. */
export function brandIn(local: LocalWords | undefined, programme: string, language: Language): string | undefined {
  const brand = local?.brands.get(programme)
  return brand && language === 'zh-Hant' ? traditional(brand) : brand
}

/** A line about a record, its programme named as the reader's place names it. */
export function branded<Line extends { programme: string; programmeName: string }>(
  line: Line,
  local: LocalWords | undefined,
  language: Language,
): Line {
  return { ...line, programmeName: brandIn(local, line.programme, language) ?? line.programmeName }
}
