import type { Programme } from '#language'
import type { Language } from './house-words.ts'

export type FieldWords = { label: string; help?: string; options?: Record<string, string> }
/** A programme's texts in one language. Asking for something it does not have gives back the key. */
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
}

export function wordsFor(programme: Programme, _language: Language): ProgrammeWords {
  return {
    name: programme.id,
    short: programme.id,
    what: '',
    recordWords: programme.id,
    command: name => name,
    field: name => ({ label: name }),
    phase: name => name,
    event: kind => kind,
    indicator: name => ({ name, definition: '' }),
  }
}
