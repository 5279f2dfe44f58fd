import type { Programme } from '#language'
import { lectures } from './lectures.ts'

/** Every programme the federation runs. Adding one means: one file, one test, one line here, and its texts. */
export const programmes: readonly Programme[] = [lectures] as readonly Programme[]

export const programmeById: ReadonlyMap<string, Programme> = new Map(programmes.map(programme => [programme.id, programme]))
