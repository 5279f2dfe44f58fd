import type { Programme } from '#language'
import { campaigns } from './campaigns.ts'
import { culture } from './culture.ts'
import { establishment } from './establishment.ts'
import { executiveTies } from './executive-ties.ts'
import { executives } from './executives.ts'
import { familyHonours } from './family-honours.ts'
import { familyStories } from './family-stories.ts'
import { federationHonours } from './federation-honours.ts'
import { groupLeaders } from './group-leaders.ts'
import { honours } from './honours.ts'
import { jobFairs } from './job-fairs.ts'
import { lawLectures } from './law-lectures.ts'
import { leadership } from './leadership.ts'
import { lectureGroups } from './lecture-groups.ts'
import { lectures } from './lectures.ts'
import { loveStations } from './love-stations.ts'
import { microHomes } from './micro-homes.ts'
import { modelHomes } from './model-homes.ts'
import { officeStaff } from './office-staff.ts'
import { openingFigures } from './opening-figures.ts'
import { practices } from './practices.ts'
import { readingActivities } from './reading-activities.ts'
import { readingBases } from './reading-bases.ts'
import { reportedValues } from './reported-values.ts'
import { seedFamilies } from './seed-families.ts'
import { trainings } from './trainings.ts'
import { weddings } from './weddings.ts'
import { womensHomes } from './womens-homes.ts'

/** Every programme the federation runs. Adding one means: one file, one test, one line here, and its texts. */
export const programmes: readonly Programme[] = [
  lectures,
  culture,
  lawLectures,
  familyStories,
  readingActivities,
  jobFairs,
  womensHomes,
  microHomes,
  readingBases,
  loveStations,
  lectureGroups,
  executives,
  groupLeaders,
  leadership,
  officeStaff,
  establishment,
  executiveTies,
  trainings,
  weddings,
  seedFamilies,
  honours,
  familyHonours,
  modelHomes,
  federationHonours,
  practices,
  campaigns,
  openingFigures,
  reportedValues,
] as readonly Programme[]

export const programmeById: ReadonlyMap<string, Programme> = new Map(
  programmes.map(programme => [programme.id, programme]),
)
