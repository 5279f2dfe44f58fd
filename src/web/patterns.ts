import type { PatternName } from '#language'
import type { Asked } from './shapes.ts'

/** The answer a standing record holds, by field. */
type Held = (name: string) => unknown

/** What the screens of a way of working need to know beyond its declaration. */
type Screens = {
  /** A count that is at least the number of names: it follows the names until somebody types it. */
  readonly follow: Readonly<Record<string, string>>
  /** Answers a list shows in columns of their own, besides day, unit and title. */
  readonly columns: readonly string[]
  /** A question as a standing record needs it asked; none where it has nothing to ask. */
  readonly fit: (field: Asked, held: Held) => Asked | undefined
}

const plain: Screens = { follow: {}, columns: [], fit: field => field }
const ticks = (field: Asked): Asked => (field.kind === 'shares' ? { ...field, options: ['ticks'] } : field)

const screens: Partial<Record<PatternName, Screens>> = {
  activity: { ...plain, follow: { attended: 'people' }, columns: ['attended', 'online'] },
  register: { ...plain, columns: ['kind', 'post', 'until'] },
  venue: { ...plain, columns: ['kind', 'place', 'checkedOn'] },
  statement: { ...plain, columns: ['value', 'indicator'] },
  document: { ...plain, fit: ticks },
  task: { ...plain, fit: ofTask },
}

/** What records tell is divided in numbers; what they do not is asked in words, and a unit is only ticked. */
function ofTask(field: Asked, held: Held): Asked | undefined {
  if (field.name === 'replies') {
    const questions = (held('asks') ?? []) as string[]
    return questions.length > 0 ? { ...field, optional: false, options: questions } : undefined
  }
  if (held('counts')) return field
  return field.name === 'each' ? undefined : ticks(field)
}

/** The screens of a pattern; a pattern nobody has described yet is shown by its declaration alone. */
export const screensOf = (pattern: string): Screens =>
  (Object.hasOwn(screens, pattern) && screens[pattern as PatternName]) || plain
