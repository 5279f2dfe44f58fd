import type { Problem } from '#base/problem'
import { field, type Field, type Input, type Sends } from '#language'
import { wrong } from './answers.ts'

/** The levels something may be handed down to. */
export const levelBelow = field.choice('prefecture', 'county', 'township', 'village')

type Shares = Readonly<Record<string, number>> | undefined

const given = (shares: NonNullable<Shares>) => Object.entries(shares).filter(([, share]) => share > 0)

/** Units named with none of them given anything: nobody would have it, and it must not go to all instead. */
export const namesNobody = (shares: Shares): Problem | undefined =>
  shares !== undefined && given(shares).length === 0 ? wrong('targets', 'missing') : undefined

/**
 * Whom it goes to: every unit of the level, or the named ones alone, each with what `answers` makes of its share. None (0) is not
 * given it.
 */
export const sharesOf = (
  shares: Shares,
  answers: (share: number) => Input = () => ({}),
): Pick<Sends, 'differing' | 'only'> =>
  shares === undefined
    ? {}
    : { differing: new Map(given(shares).map(([unit, share]) => [Number(unit), answers(share)])), only: true }

/** What is handed down of what was said above: the programme's own answers, and of the pattern's those it begins with. */
export const handedOf = (said: Input, fields: Record<string, Field>, first: Record<string, Field>): Input =>
  Object.fromEntries(Object.entries(said).filter(([name]) => !(name in fields) || name in first))
