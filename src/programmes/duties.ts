/**
 * What an executive member owes in her term (A10): each is told by records that are made anyway, under the figure that counts the
 * persons. How often is decided by a setting; once is what the report names. The lecture she gave is one she is named as host of.
 */
export const duties = [
  { key: 'training', indicator: 'trainings.people' },
  { key: 'study', indicator: 'meetings.studied' },
  { key: 'report', indicator: 'study-reports.authors' },
  { key: 'tie', indicator: 'executive-ties.executives' },
  { key: 'lecture', indicator: 'lectures.lecturers' },
] as const

export type Duty = (typeof duties)[number]['key']

/** The setting that says how often a duty is owed in a term. */
export const dutyKey = (duty: Duty): string => `duty.${duty}`
