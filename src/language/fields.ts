/**
 * A field says, as plain data, what is valid and how it is asked. No texts here: the label's key is the field's path
 * (`<programme>.fields.<name>`), so the same declaration serves every language, the form, the API and the Excel import.
 */
export type FieldKind =
  | 'text'
  | 'note'
  | 'count'
  | 'amount'
  | 'number'
  | 'day'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'person'
  | 'people'
  | 'households'
  | 'place'
  | 'unit'
  | 'record'
  | 'indicator'
  | 'slice'
  | 'checks'
  | 'shares'
  | 'questions'
  | 'replies'

export type Field = {
  readonly kind: FieldKind
  /** Left out: must be given. */
  readonly optional?: true
  /** Not among the fields asked at first; offered afterwards on the record's page. */
  readonly later?: true
  /** Follows from what happened (the latest check of a venue): shown, never asked, not open to correction. */
  readonly derived?: true
  /** In a correction: may be given anew, may not be emptied. */
  readonly kept?: true
  /** Stored as ciphertext; shown only to those whom the programme's `open` rule allows, each look is audited. */
  readonly guarded?: true
  /** Taken when nothing is said: a value, or 'today' / 'own-unit' / 'self' resolved at the door. */
  readonly usual?: string | number | boolean
  readonly options?: readonly string[]
  readonly max?: number
  readonly min?: number
  /** Of a `record` field: the programme whose records may be chosen. Of an `indicator`: 'counted' when records must count or add it up. */
  readonly of?: string
  /** Of a `day` field: 'past' refuses days after today. */
  readonly when?: 'past' | 'any'
}

export type Fields = Record<string, Field>

type Choice = readonly [string, ...string[]]

/** The kinds of answer a declaration can ask for. Counts are whole and not negative; amounts are in fen (1/100 yuan). */
export const field = {
  text: (max = 60): Field => ({ kind: 'text', max }),
  note: (max = 2000): Field => ({ kind: 'note', max }),
  count: (max = 1_000_000): Field => ({ kind: 'count', min: 0, max }),
  amount: (): Field => ({ kind: 'amount', min: 0, max: 1e14 }),
  /** Any decimal number (a value from a report or a department). */
  number: (): Field => ({ kind: 'number' }),
  day: (when: 'past' | 'any' = 'past'): Field => ({ kind: 'day', when }),
  choice: (...options: Choice): Field => ({ kind: 'choice', options }),
  choices: (...options: readonly string[]): Field => ({ kind: 'choices', options }),
  yesNo: (): Field => ({ kind: 'yes-no' }),
  person: (): Field => ({ kind: 'person' }),
  people: (max = 500): Field => ({ kind: 'people', max }),
  households: (max = 500): Field => ({ kind: 'households', max }),
  place: (): Field => ({ kind: 'place' }),
  unit: (): Field => ({ kind: 'unit' }),
  record: (of: string): Field => ({ kind: 'record', of }),
  /** An indicator by its key (`lectures.sessions`); 'counted': one that records count or add up. */
  indicator: (of?: 'counted'): Field => ({ kind: 'indicator', ...(of && { of }) }),
  /** A part of an indicator (`setting=village`); never asked, it comes with the figure. */
  slice: (): Field => ({ kind: 'slice', max: 80 }),
  /** A standard ticked item by item: { passed, failed }; the items may be replaced by a setting of the unit tree. */
  checks: (...options: Choice): Field => ({ kind: 'checks', options }),
  /** A number for each unit, by the unit's number: { '12': 20 }. */
  shares: (max = 10_000_000): Field => ({ kind: 'shares', min: 0, max }),
  /** What others are asked in words, one line each. A question whose answer the records hold is refused. */
  questions: (max = 10): Field => ({ kind: 'questions', max }),
  /** The answers to such questions, in their order. */
  replies: (max = 10): Field => ({ kind: 'replies', max }),
}

export const optional = (of: Field): Field => ({ ...of, optional: true })
export const later = (of: Field): Field => ({ ...of, optional: true, later: true })
export const derived = (of: Field): Field => ({ ...of, optional: true, later: true, derived: true })
export const guarded = (of: Field): Field => ({ ...of, guarded: true })
export const usually = (of: Field, usual: string | number | boolean): Field => ({ ...of, usual })
