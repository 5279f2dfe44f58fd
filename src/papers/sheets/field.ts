/** A choice and the other words people write for it. */
export type SheetChoice = { readonly value: string; readonly label: string; readonly synonyms: readonly string[] }

/**
 * What a column may be read into. `many`: several in one cell (choices, persons, units), the value is a list.
 * `whole`, `min` and `max` bound a number, `max` the letters of a text; `past` refuses days after today.
 */
export type SheetField = {
  readonly key: string
  readonly label: string
  readonly synonyms: readonly string[]
  readonly type: 'text' | 'number' | 'day' | 'choice' | 'unit' | 'person' | 'yes-no'
  readonly choices?: readonly SheetChoice[]
  readonly required: boolean
  readonly many?: boolean
  readonly whole?: boolean
  readonly min?: number
  readonly max?: number
  readonly past?: boolean
}

/** What a cell was read as: a value, perhaps with something to look at; or why there is none and what to do. */
export type Read<T> = { readonly value: T; readonly note?: string } | { readonly problem: string }

export const isRead = <T>(read: Read<T>): read is { readonly value: T; readonly note?: string } => 'value' in read
