/**
 * An indicator counts the facts that stand in a record's state. FactKind and Key are checked against the programme that uses it.
 * Values are whole numbers (money in fen); `unit` is the unit of count and never converted: 人, 人次, 户, 场 are four things.
 */
// biome-ignore format: one glance
export const countUnits = [
  '人', '人次', '户', '户次', '场', '期', '次', '件', '个', '所', '家', '对', '元', '%', '篇', '条', '份', '项', '岁', '小时', '1/10万', '级', '届', '年', '种', '位次', '等次',
] as const
export type CountUnit = (typeof countUnits)[number]

export type Indicator<FactKind extends string = string, Key extends string = string> = {
  /** flow: summed over a period; stock: standing at a day; persons/households: distinct, named; rate, total: made of other indicators; reported: given by a department. */
  readonly kind: 'flow' | 'stock' | 'persons' | 'households' | 'rate' | 'total' | 'reported'
  readonly unit: CountUnit
  /** The catalogue entry it answers to (A1…H19). */
  readonly system: string
  /** 口径 version: raised when the meaning changes, so that issued figures keep theirs. */
  readonly version: number
  readonly of?: FactKind
  /** For a stock: the fact that ends what `of` began. */
  readonly until?: FactKind
  /** Sum this field instead of counting 1. */
  readonly sum?: Key
  /** People or households field whose members are reached. */
  readonly named?: Key
  /** Also kept apart by each value of this field, or by the `level` of the unit where it happened. */
  readonly by?: Key | 'level'
  readonly where?: Readonly<Record<string, string | readonly string[] | boolean>>
  /** For a rate: indicator names of the same programme, or `programme.name`. Shown in %. */
  readonly top?: string
  readonly bottom?: string
  /** For a total: the indicators added, named as for a rate; all flows or all stocks, of one unit, never distinct persons. */
  readonly parts?: readonly string[]
  /** Cells under the threshold are hidden outside the handling unit. */
  readonly sensitive?: true
}

type Options<Key extends string> = {
  unit: CountUnit
  system: string
  version?: number
  by?: Key | 'level'
  where?: Record<string, string | readonly string[] | boolean>
  sensitive?: true
}

/** How often something happened in a period. */
export const count = <const Kind extends string, const Key extends string = never>(of: Kind, options: Options<Key>) =>
  ({ kind: 'flow', version: 1, of, ...options }) satisfies Indicator<Kind, Key>

/** The sum of a counted field over a period. */
export const sum = <const Kind extends string, const Key extends string>(of: Kind, field: Key, options: Options<Key>) =>
  ({ kind: 'flow', version: 1, of, sum: field, ...options }) satisfies Indicator<Kind, Key>

/** How many stand at a day: begun by one fact and not yet ended by another. With `sum`, how much. */
export const stock = <const Kind extends string, const Key extends string = never>(
  of: Kind,
  until: Kind,
  options: Options<Key> & { sum?: Key },
) => ({ kind: 'stock', version: 1, of, until, ...options }) satisfies Indicator<Kind, Key>

/** Distinct named persons reached in a period: each counted once however often she came. */
export const persons = <const Kind extends string, const Key extends string>(
  of: Kind,
  named: Key,
  options: Options<Key>,
) => ({ kind: 'persons', version: 1, of, named, ...options }) satisfies Indicator<Kind, Key>

/** Distinct households reached in a period. */
export const households = <const Kind extends string, const Key extends string>(
  of: Kind,
  named: Key,
  options: Options<Key>,
) => ({ kind: 'households', version: 1, of, named, ...options }) satisfies Indicator<Kind, Key>

/** A share in %: both parts stay visible. */
export const rate = (top: string, bottom: string, options: { system: string; version?: number }) =>
  ({ kind: 'rate', version: 1, unit: '%', top, bottom, ...options }) satisfies Indicator<never, never>

/** Several indicators of one unit added up, of this programme or others: each stays visible beside the sum. */
export const total = (parts: readonly string[], options: { unit: CountUnit; system: string; version?: number }) =>
  ({ kind: 'total', version: 1, parts, ...options }) satisfies Indicator<never, never>

/** A value no record makes: a department supplies it for a year. Never added up over units. */
export const reported = (options: { unit: CountUnit; system: string; version?: number }) =>
  ({ kind: 'reported', version: 1, ...options }) satisfies Indicator<never, never>
