import { care } from './lexicon-care.ts'
import { development } from './lexicon-development.ts'
import { family } from './lexicon-family.ts'
import { governance } from './lexicon-governance.ts'
import { organisation } from './lexicon-organisation.ts'
import { plan } from './lexicon-plan.ts'
import { rights } from './lexicon-rights.ts'
import { thought } from './lexicon-thought.ts'

/**
 * The words that point to one system of the catalogue, in three strengths. Terms are parted by spaces; a&b asks for
 * both near the figure; a/人,户 counts only for figures in those units. `units` are the system's own: a figure in
 * another unit fits less. Terms are those of the trade, not of any one report.
 */
export type Entry = { id: string; sure?: string; likely?: string; hint?: string; units?: string }

export const LEXICON: Entry[] = [
  ...organisation,
  ...thought,
  ...development,
  ...family,
  ...rights,
  ...care,
  ...plan,
  ...governance,
]
