import type { Actor } from '#federation/actor'
import { declaredSlices, levelNo, type Field, type Fields, type Programme } from '#language'
import { allFields, fieldsOf, mainCommand } from '#language/commands'
import type { Language } from './house-words.ts'
import { wordsFor, type ProgrammeWords } from './programme-words.ts'
import { allowed } from './record-page.ts'
import { brandIn, type LocalWords } from './settings.ts'

/**
 * A programme as the screens need it: what is asked, in the order it is asked, every text in the reader's language. `local`: names
 * and standards of the reader's own place.
 */
export function declarationOf(programme: Programme, actor: Actor, language: Language, local?: LocalWords) {
  const words = wordsFor(programme, language)
  const brand = brandIn(local, programme.id, language)
  const standard = local?.standards.get(programme.id)
  const main = mainCommand(programme)
  return {
    id: programme.id,
    version: programme.version,
    pattern: programme.pattern.name,
    chapter: programme.chapter,
    systems: [...programme.systems],
    name: brand ?? words.name,
    short: brand ?? words.short,
    what: words.what,
    recordWords: words.recordWords,
    mayRecord: mayBegin(programme, main, actor),
    maySend: maySend(programme, main, actor),
    ...(programme.runsAt ? { runsAt: programme.runsAt.map(level => levelNo[level]) } : {}),
    main,
    commands: Object.fromEntries(
      commandsOfPeople(programme).map(([name, command]) => [
        name,
        {
          name: words.command(name),
          begins: command.begins ?? false,
          fields: told(fieldsOf(programme, name) ?? {}, words, standard),
        },
      ]),
    ),
    fields: told(allFields(programme), words, standard),
    phases: Object.fromEntries(programme.pattern.phases.map(phase => [phase, words.phase(phase)])),
    indicators: indicatorsOf(programme, words),
  }
}

/** What only the house does by itself is nobody's button. */
const commandsOfPeople = (programme: Programme) =>
  Object.entries(programme.pattern.commands).filter(([name]) =>
    programme.access[name]?.some(({ post }) => post !== 'house'),
  )

/** The programme's own indicators with their 口径 and slices, in words. */
export function indicatorsOf(programme: Programme, words: ProgrammeWords) {
  return Object.entries(programme.indicators).map(([name, indicator]) => ({
    key: `${programme.id}.${name}`,
    ...words.indicator(name),
    version: indicator.version,
    kind: indicator.kind,
    unit: indicator.unit,
    system: indicator.system,
    chapter: programme.chapter,
    programme: programme.id,
    slices: declaredSlices(programme, indicator).map(slice => ({ slice, name: sliceName(slice, words) })),
    sensitive: indicator.sensitive ?? false,
  }))
}

/** `setting=village` in words: the option's name. */
function sliceName(slice: string, words: ProgrammeWords): string {
  const [field = '', value = ''] = slice.split('=')
  return words.field(field).options?.[value] ?? value
}

/** A standard of the place takes the declared one's place; an item of its own is its own words. */
function told(fields: Fields, words: ProgrammeWords, standard?: readonly string[]) {
  return Object.entries(fields).map(([name, field]: [string, Field]) => {
    const { options, ...rest } = field
    const own = field.kind === 'checks' ? standard : undefined
    const offered = own ?? options
    const said = words.field(name)
    const named = own && { ...said, options: Object.fromEntries(own.map(item => [item, said.options?.[item] ?? item])) }
    return { name, ...rest, ...(offered ? { options: [...offered] } : {}), words: named ?? said }
  })
}

/** May she begin one at a unit below hers, though not at her own: a letter to it? */
const maySend = (programme: Programme, main: string, actor: Actor): boolean =>
  (programme.access[main] ?? []).some(
    ({ post, where }) =>
      where === 'under' && actor.posts.some(({ kind, level }) => kind === post && level < levelNo.village),
  )

/** May she begin a record at one of her own units? */
function mayBegin(programme: Programme, main: string, actor: Actor): boolean {
  return actor.posts.some(
    ({ unit, shard, level }) =>
      (!programme.runsAt || programme.runsAt.some(each => levelNo[each] === level)) &&
      allowed(actor, programme.access[main] ?? [], { unit, shard, people: [] }),
  )
}
