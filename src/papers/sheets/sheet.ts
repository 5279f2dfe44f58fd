/** A cell as a person sees it: text as written, numbers as numbers, days as 'YYYY-MM-DD' when the workbook says it is a date. */
export type Cell = string | number | boolean | { readonly day: string } | null

/** A merged range, rows and columns counted from 0, both ends included. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** One row of a sheet; `no` is its number as Excel shows it (from 1). */
export type Row = { readonly no: number; readonly cells: readonly Cell[] }

/** A sheet whose rows are read one after the other, so that a hundred thousand of them need little memory. */
export type Sheet = { readonly name: string; readonly merges: readonly Merge[]; readonly rows: AsyncIterable<Row> }

/** What an import may put into a field: its own words, other words people use for it, and what is valid. */
export type TargetField = {
  readonly key: string
  readonly label: string
  readonly synonyms: readonly string[]
  readonly type: 'text' | 'number' | 'day' | 'choice' | 'choices' | 'unit' | 'person' | 'people' | 'yes-no'
  readonly choices?: readonly { readonly value: string; readonly label: string; readonly synonyms: readonly string[] }[]
  readonly required: boolean
}

/** Something wrong with one cell of a row, in plain words that say what to do. `column` is the head as written. */
export type RowProblem = { readonly column: string; readonly why: string }

/** A row ready to become an order: values by field key; `print` is the same for the same content in any file. */
export type ParsedRow = {
  readonly no: number
  readonly values: Readonly<Record<string, unknown>>
  readonly warnings: readonly RowProblem[]
  readonly problems: readonly RowProblem[]
  readonly print: string
}

/** What the recogniser proposes: which row is the head, which column is which field, what is left out and why. */
export type Recognised = {
  /** Row numbers (from 1) of the head, one or two of them. */
  readonly headRows: readonly number[]
  readonly firstRow: number
  readonly columns: readonly {
    readonly index: number
    readonly letter: string
    readonly head: string
    readonly samples: readonly string[]
    readonly field: string | null
    readonly sure: number
  }[]
  readonly skipped: readonly { readonly no: number; readonly why: string }[]
  /** A year the title gives, for dates written without one. */
  readonly year: number | null
  /** The same for the same heads in the same order: under it a confirmed mapping is remembered. */
  readonly fingerprint: string
}
