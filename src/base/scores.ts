/** What one reviewer gave. */
export type Sheet = { readonly reviewer: string; readonly points: number }

/**
 * The mean of the sheets to one decimal; with five and more the highest and the lowest are left out, as juries do, so that no
 * single sheet decides. Reviewers do not see each other's: a sheet is an event of its own.
 */
export function scoreOf(sheets: readonly Sheet[]): number | undefined {
  if (sheets.length === 0) return undefined
  const points = sheets.map(sheet => sheet.points).sort((a, b) => a - b)
  const counted = points.length >= 5 ? points.slice(1, -1) : points
  return Math.round((10 * counted.reduce((sum, each) => sum + each, 0)) / counted.length) / 10
}

/** A candidate of an edition with the sheets she was given. */
export type Candidate = { readonly id: string; readonly sheets: readonly Sheet[] }
/** `score`: the plain one; `levelled`: strict and mild reviewers made equal; `place` is shared by those `tied`. */
export type Placed = {
  readonly id: string
  readonly sheets: number
  readonly score: number | undefined
  readonly levelled: number | undefined
  readonly place: number | undefined
  readonly tied: boolean
}

/**
 * The candidates of one edition beside one another. A reviewer's points are told as how far they lie from what she usually gives, in
 * the width she usually uses, and put back on the scale of all sheets (z-scores): so it does not matter who was read by the strict
 * and who by the mild one. Somebody with fewer than three sheets in the edition, or the same points for all, tells nothing of how she
 * differs and is taken as she wrote. Equal to a tenth: the plain score decides, then the lowest sheet; who is equal even then
 * shares a place, and the jury decides by talking.
 */
export function placed(candidates: readonly Candidate[]): Placed[] {
  const all = candidates.flatMap(({ sheets }) => sheets)
  const whole = spreadOf(all.map(({ points }) => points))
  const usual = new Map(
    [...Map.groupBy(all, ({ reviewer }) => reviewer)].map(([reviewer, sheets]) => [
      reviewer,
      sheets.length < 3 ? undefined : spreadOf(sheets.map(({ points }) => points)),
    ]),
  )
  const level = ({ reviewer, points }: Sheet): number => {
    const own = usual.get(reviewer)
    return own && own.width > 0 ? whole.mean + (whole.width * (points - own.mean)) / own.width : points
  }
  const rows = candidates.map(({ id, sheets }) => ({
    ...{ id, sheets: sheets.length, score: scoreOf(sheets) },
    levelled: scoreOf(sheets.map(sheet => ({ ...sheet, points: level(sheet) }))),
    lowest: Math.min(...sheets.map(({ points }) => points)),
  }))
  return rows
    .toSorted((a, b) => compared(b, a))
    .map((mine): Placed => {
      const { lowest, ...row } = mine
      if (!Number.isFinite(lowest)) return { ...row, place: undefined, tied: false }
      const others = rows.filter(({ id }) => id !== mine.id)
      const before = others.filter(other => compared(other, mine) > 0)
      return { ...row, place: 1 + before.length, tied: others.some(other => compared(other, mine) === 0) }
    })
}

type Row = Pick<Placed, 'levelled' | 'score'> & { readonly lowest: number }

/** Positive when the first stands before the second; without a sheet behind all. */
const compared = (one: Row, other: Row): number =>
  (one.levelled ?? -1) - (other.levelled ?? -1) ||
  (one.score ?? -1) - (other.score ?? -1) ||
  (one.levelled === undefined ? 0 : one.lowest - other.lowest)

function spreadOf(points: readonly number[]): { mean: number; width: number } {
  const mean = points.reduce((sum, each) => sum + each, 0) / points.length
  return { mean, width: Math.sqrt(points.reduce((sum, each) => sum + (each - mean) ** 2, 0) / points.length) }
}
