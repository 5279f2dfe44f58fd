import type { PatternName } from '#language'

/** What the screens of a way of working need to know beyond its declaration. */
type Screens = {
  /** A count that is at least the number of names: it follows the names until somebody types it. */
  readonly follow: Readonly<Record<string, string>>
  /** Answers a list shows in columns of their own, besides day, unit and title. */
  readonly columns: readonly string[]
}

const screens: Partial<Record<PatternName, Screens>> = {
  activity: { follow: { attended: 'people' }, columns: ['attended', 'online'] },
  register: { follow: {}, columns: ['kind', 'post', 'until'] },
  venue: { follow: {}, columns: ['kind', 'place', 'checkedOn'] },
  statement: { follow: {}, columns: ['value', 'indicator'] },
}

const plain: Screens = { follow: {}, columns: [] }

/** The screens of a pattern; a pattern nobody has described yet is shown by its declaration alone. */
export const screensOf = (pattern: string): Screens =>
  (Object.hasOwn(screens, pattern) && screens[pattern as PatternName]) || plain
