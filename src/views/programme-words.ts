import type { Programme } from '#language'
import { programmeById } from '#programmes/all'
import { patternWords, wordsFor as wordsIn, type FieldWords, type Words } from '#programmes/words'
import type { Language } from './house-words.ts'
import { allTraditional } from './traditional.ts'

export type { FieldWords } from '#programmes/words'

/** A programme's texts in one language. Asking for something that has none gives back its key, never nothing. */
export type ProgrammeWords = {
  readonly name: string
  readonly short: string
  readonly what: string
  readonly recordWords: string
  readonly command: (name: string) => string
  readonly field: (name: string) => FieldWords
  readonly phase: (name: string) => string
  readonly event: (kind: string) => string
  readonly indicator: (name: string) => { name: string; definition: string }
  /** An indicator of the way of working itself (`activity.sessions`). */
  readonly common: (name: string) => { name: string; definition: string }
  /** A number a unit may decide for itself. */
  readonly limit: (name: string) => { name: string; help: string }
}

const made = new Map<string, ProgrammeWords>()

/** The words of a programme for a reader; Traditional is made from Simplified. Kept: they change with a release only. */
export function wordsFor(programme: Programme, language: Language): ProgrammeWords {
  const key = `${programme.id}.${programme.version}.${language}`
  const words = made.get(key) ?? gathered(programme, language)
  made.set(key, words)
  return words
}

/** The name of an indicator by its key: a programme's own, or one of a whole way of working. */
export function indicatorName(key: string, language: Language): string {
  const [owner = '', name = ''] = key.split('.')
  const programme = programmeById.get(owner)
  if (programme) return wordsFor(programme, language).indicator(name).name
  const ofWay = [...programmeById.values()].find(each => each.pattern.name === owner)
  return ofWay ? wordsFor(ofWay, language).common(name).name : key
}

/** A part of an indicator in words (`setting=village`: 进村): the name of the option it stands for, in whichever programme has it. */
export function sliceWords(slice: string, language: Language): string {
  const [field = '', value = ''] = slice.split('=')
  for (const programme of programmeById.values()) {
    const name = wordsFor(programme, language).field(field).options?.[value]
    if (name) return name
  }
  return value
}

function gathered(programme: Programme, language: Language): ProgrammeWords {
  const from = language === 'en' ? 'en' : 'zh'
  const turned = <Value>(value: Value): Value => (language === 'zh-Hant' ? allTraditional(value) : value)
  const words: Words = turned(wordsIn(programme, from))
  const shared = turned(patternWords(programme.pattern.name, from).indicators)
  return {
    name: words.name,
    short: words.short,
    what: words.what,
    recordWords: words.record,
    command: name => words.commands[name] ?? name,
    field: name => words.fields[name] ?? { label: name },
    phase: name => words.phases[name] ?? name,
    event: kind => words.events[kind] ?? kind,
    indicator: name => words.indicators[name] ?? { name, definition: '' },
    common: name => shared[name] ?? { name, definition: '' },
    limit: name => words.limits[name] ?? { name, help: '' },
  }
}
