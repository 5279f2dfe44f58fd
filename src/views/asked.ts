import type { Day } from '#base/day'
import type { Tree } from './handle.ts'
import type { FigurePlace } from './place.ts'
import type { Grain } from './windows.ts'

/** Values by `unit ind col`; what is not in it was never recorded. */
export type Cells = Map<string, number>
export const cellKey = (unit: number, ind: number, col: number): string => `${unit} ${ind} ${col}`

export type Asked = {
  readonly places: readonly FigurePlace[]
  /** Left out: every indicator. */
  readonly inds?: readonly number[]
  readonly from: Day
  readonly to: Day
  readonly grain: Grain
  readonly tree: Tree
}
