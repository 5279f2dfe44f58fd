import type { Day } from '#base/day'
import type { Tree } from './handle.ts'
import type { FigurePlace } from './place.ts'
import type { Grain } from './windows.ts'

/**
 * Values by unit, indicator and column; what is not in it was never recorded. Two small whole numbers find one: of the keys tried
 * (text, one large number) they are the quickest by half.
 */
export class Cells {
  readonly #units = new Map<number, Map<number, number>>()

  get(unit: number, ind: number, col: number): number | undefined {
    return this.#units.get(unit)?.get(ind * 32_768 + col)
  }

  /** Adds to what is there; from one column on, as many as there are values (null: nothing). */
  add(unit: number, ind: number, col: number, ...values: readonly (number | null | undefined)[]): void {
    let of = this.#units.get(unit)
    if (!of) this.#units.set(unit, (of = new Map()))
    let key = ind * 32_768 + col
    for (const value of values) {
      if (value !== null && value !== undefined) of.set(key, value + (of.get(key) ?? 0))
      key++
    }
  }
}

export type Asked = {
  readonly places: readonly FigurePlace[]
  /** Left out: every indicator. */
  readonly inds?: readonly number[]
  readonly from: Day
  readonly to: Day
  readonly grain: Grain
  readonly tree: Tree
}
