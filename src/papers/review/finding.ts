/** Something in an edited copy to look at: `number` as written, `now` as it should be. */
export type Finding = {
  readonly kind: 'unbound' | 'stale' | 'unit' | 'twice' | 'sum'
  readonly sentence: string
  readonly number: string
  readonly handle: string | null
  readonly now: string | null
}
