import care from './sentences/care.json' with { type: 'json' }
import develop from './sentences/develop.json' with { type: 'json' }
import family from './sentences/family.json' with { type: 'json' }
import frame from './sentences/frame.json' with { type: 'json' }
import honours from './sentences/honours.json' with { type: 'json' }
import lead from './sentences/lead.json' with { type: 'json' }
import opening from './sentences/opening.json' with { type: 'json' }
import plan from './sentences/plan.json' with { type: 'json' }
import reform from './sentences/reform.json' with { type: 'json' }
import rights from './sentences/rights.json' with { type: 'json' }
import type { ChapterRules } from './compose.ts'

/** The sentences of a review, chapter by chapter in the order of Annex D; what belongs to no programme opens it. */
export const chapterRules = [
  opening,
  plan,
  lead,
  develop,
  family,
  rights,
  care,
  reform,
  honours,
] as readonly ChapterRules[] // a test holds every chapter and figure named in them against the house

/** Every other text of a review: title, opening, closing, annexes. */
export const reviewFrame = frame
