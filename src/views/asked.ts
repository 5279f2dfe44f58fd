import type { Day } from '#base/day'
import type { Tree } from './handle.ts'
import type { FigurePlace } from './place.ts'
import type { Grain } from './windows.ts'

/** Values by unit, indicator and column; what is not in it was never recorded. */
export type Cells = Map<number, number>
/** One number for the three, the next month's the next number: a unit's is below 2^22, an indicator's and a month's below 2^15. */
export const cellKey = (unit: number, ind: number, col: number): number => (unit * 32_768 + ind) * 32_768 + col

export type Asked = {
  readonly places: readonly FigurePlace[]
  /** Left out: every indicator. */
  readonly inds?: readonly number[]
  readonly from: Day
  readonly to: Day
  readonly grain: Grain
  readonly tree: Tree
}
