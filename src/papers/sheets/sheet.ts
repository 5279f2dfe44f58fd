/** A day in a cell, 'YYYY-MM-DD', as far as the sheet shows it: `month` has no day (Excel made it the first), `no-year` no
 * year (Excel took the year of typing). `time` is 'HH:MM'. */
export type DayCell = { readonly day: string; readonly time?: string; readonly shown?: 'month' | 'no-year' }

/**
 * A cell as a person sees it: text as written, numbers as numbers, days when the workbook says it is a date. A formula gives
 * its result; one that failed gives its error (#REF!) as text. Blank texts are null.
 */
export type Cell = string | number | boolean | DayCell | null

/** A merged range, rows and columns counted from 0, both ends included. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** One row of a sheet that holds something; `no` is its number as Excel shows it (from 1), cells are by column from 0. */
export type Row = { readonly no: number; readonly cells: readonly Cell[] }

/** A sheet whose rows are read one after the other, so that a hundred thousand of them need little memory. `rows` can be gone
 * through again and again; each time it is read anew. */
export type Sheet = { readonly name: string; readonly merges: readonly Merge[]; readonly rows: AsyncIterable<Row> }

export type TargetChoice = { readonly value: string; readonly label: string; readonly synonyms: readonly string[] }

/**
 * What an import may put into a field: its own words, other words people use for it, and what is valid. `whole`, `min` and
 * `max` bound a number, `max` the letters of a text or the length of a list; `past` refuses days after today.
 */
export type TargetField = {
  readonly key: string
  readonly label: string
  readonly synonyms: readonly string[]
  readonly type: 'text' | 'number' | 'day' | 'choice' | 'choices' | 'unit' | 'person' | 'people' | 'yes-no'
  readonly choices?: readonly TargetChoice[]
  readonly required: boolean
  readonly whole?: boolean
  readonly min?: number
  readonly max?: number
  readonly past?: boolean
}

/** What a cell was read as: a value, perhaps with something to look at; or why there is none and what to do. */
export type Read<T> = { readonly value: T; readonly note?: string } | { readonly problem: string }

/** Something wrong with one cell of a row, in plain words that say what to do. `column` is the head as written, or the
 * field's label when there is no such column; `index` is the column's place from 0, null when there is none. */
export type RowProblem = { readonly column: string; readonly index: number | null; readonly why: string }

/**
 * A row ready to become an order: values by field key (no key for what was left empty); `print` is the same for the same
 * content in any file. `nth` numbers the good rows of one file that say exactly the same, `sameAs` is the first of them.
 */
export type ParsedRow = {
  readonly no: number
  readonly values: Readonly<Record<string, string | number | boolean | readonly string[]>>
  readonly warnings: readonly RowProblem[]
  readonly problems: readonly RowProblem[]
  readonly print: string
  readonly nth: number
  readonly sameAs: number | null
}

/** A row below the head that holds no record, and why. */
export type SkippedRow = { readonly no: number; readonly why: string }

/**
 * What one column is used for. `key` is its head as remembered; `sure` is 0–1, 1 when a person said so; `why` says in Chinese
 * what to know about it. `part`: several columns make one day. `choice`: a tick in it means this choice. `fill`: an empty
 * cell means the one above. `scale`: by what bare numbers are multiplied (万元).
 */
export type ColumnUse = {
  readonly index: number
  readonly letter: string
  readonly head: string
  readonly key: string
  readonly samples: readonly string[]
  readonly field: string | null
  readonly sure: number
  readonly part?: 'year' | 'month' | 'day'
  readonly choice?: string
  readonly fill?: true
  readonly scale?: number
  readonly why?: string
}

/**
 * How a register is read. `headRows` are the row numbers (from 1) of the head, none when there is no head; `heads` each
 * column's heads from top to bottom. `sums`: a number made of several columns (男 + 女). `section`: the field that a heading
 * over some rows (柳河镇) gives them. `fingerprint`: the same for the same heads, under it a confirmed mapping is remembered.
 */
export type Mapping = {
  readonly headRows: readonly number[]
  readonly heads: readonly (readonly string[])[]
  readonly columns: readonly ColumnUse[]
  readonly sums: Readonly<Record<string, readonly number[]>>
  readonly section: string | null
  readonly title: string | null
  readonly fingerprint: string
}

/**
 * What the recogniser proposes, for a person to confirm or change: which rows are the head, which column is which field, what
 * is left out and why. `year`, `month` and `unit` are what the title and the lines over the head say. `missing` are required
 * fields without a column; `sure` is the least sure of the required ones. `firstRow`, `lastRow`, `count` and `skipped` speak
 * of the rows looked at.
 */
export type Recognised = Mapping & {
  readonly firstRow: number
  readonly lastRow: number
  readonly count: number
  readonly skipped: readonly SkippedRow[]
  readonly year: number | null
  readonly month: number | null
  readonly unit: string | null
  readonly missing: readonly string[]
  readonly sure: number
}
