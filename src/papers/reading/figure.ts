/** Which side of the printed number the real one lies on: 1万余 over, 不足1万 under, 近1万 near. */
export type Bound = 'over' | 'under' | 'near' | null

/** What a figure is of: happened in a period, stands at a day, a share, a place in an order, a duty, a difference. */
export type FigureKind = 'flow' | 'level' | 'rate' | 'ordinal' | 'target' | 'change'

/** The five levels of the federation, and the nation above them. */
export type Level = 'national' | 'province' | 'prefecture' | 'county' | 'township' | 'village'

/** The way a quantity was written, which later steps need to tell kinds and measures apart. */
export type Form = 'count' | 'share' | 'rank' | 'first' | 'years' | 'benchmark' | 'coverage' | 'structure' | 'title'

/** A quantity found in cleaned text: `start` and `end` are positions there, the hedge included. */
export type Quantity = {
  start: number
  end: number
  value: number | null
  unit: string | null
  approx: boolean
  bound: Bound
  form: Form
  /** The words it is of, where one statement gives several figures. */
  about?: { start: number; end: number }
}

/**
 * One quantitative figure of an old report. `sentence` and `raw` are cut from the text as given (its script, its
 * printing noise, without line breaks); `offset` and `length` are where `raw` stands there, `clauseOffset` and
 * `clauseLength` where the clause does, in UTF-16 units; everything else is in Simplified Chinese.
 * `value` is null where the report only places itself (位居全国前列); `unit` is normalised (名, 位 → 人; 场次 → 场).
 * `system` is the catalogue id proposed, null where no term of the lexicon is near; `confidence` is 0 to 1.
 */
export type ReadFigure = {
  sentence: string
  raw: string
  value: number | null
  unit: string | null
  approx: boolean
  bound: Bound
  measure: string
  system: string | null
  confidence: number
  level: Level
  tier: Level | null
  orgName: string | null
  period: string | null
  comparison: string | null
  kind: FigureKind
  offset: number
  length: number
  clauseOffset: number
  clauseLength: number
}
