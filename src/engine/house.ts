import type { Place } from '#federation/unit'
import type { Programme } from '#language'
import type { Database } from '#store/database'
import type { Book } from './book.ts'

/** What the engine needs from outside, put together once by hand in server/: no globals, no clock of its own. */
export type House = {
  readonly db: Database
  readonly book: Book
  readonly programmes: ReadonlyMap<string, Programme>
  readonly now: () => number
  readonly random: (bytes: number) => Uint8Array
  readonly secrets: Secrets
  /** Where a standing unit lies, where it is remembered; otherwise the database is asked each time. */
  readonly placeOf?: (unit: number) => Promise<Place | undefined>
  /** The key of the indicator whose records already answer a question somebody wants to ask others, if one does. */
  readonly answeredBy?: (question: string) => string | undefined
  /**
   * Somebody's posts changed, or (without a person) the tree or a setting, and the change is kept: told before the order is
   * answered.
   */
  readonly changed?: (person?: string) => void
}

/** Keys never leave store/: the engine only asks for a seal, a look-up index or a MAC. */
export type Secrets = {
  readonly seal: (plain: string, context: string) => string
  readonly open: (sealed: string, context: string) => string
  readonly blind: (kind: string, value: string) => string
  readonly mac: (text: string) => string
  /** Ed25519, of issued figures. */
  readonly sign: (text: string) => string
}
