/**
 * An indicator counts the facts that stand in a record's state. FactKind and Key are checked against the programme that uses it.
 * Values are whole numbers (money in fen); `unit` is the unit of count and never converted: 人, 人次, 户, 场 are four things.
 */
export type CountUnit =
  | '人'
  | '人次'
  | '户'
  | '户次'
  | '场'
  | '期'
  | '件'
  | '个'
  | '所'
  | '家'
  | '对'
  | '元'
  | '%'
  | '篇'
  | '项'
  | '岁'
  | '1/10万'

export type Indicator<FactKind extends string = string, Key extends string = string> = {
  /** flow: summed over a period; stock: standing at a day; persons/households: distinct, named; rate: two indicators; reported: given by a department. */
  readonly kind: 'flow' | 'stock' | 'persons' | 'households' | 'rate' | 'reported'
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
  /** Also kept apart by each value of this field. */
  readonly by?: Key
  readonly where?: Readonly<Record<string, string | readonly string[] | boolean>>
  /** For a rate: indicator names of the same programme, or `programme.name`. Shown in %. */
  readonly top?: string
  readonly bottom?: string
  /** Cells under the threshold are hidden outside the handling unit. */
  readonly sensitive?: true
}

type Options<Key extends string> = {
  unit: CountUnit
  system: string
  version?: number
  by?: Key
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
