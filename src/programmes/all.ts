import type { Programme } from '#language'
import { accounts } from './accounts.ts'
import { agreements } from './agreements.ts'
import { articles } from './articles.ts'
import { associations } from './associations.ts'
import { campaigns } from './campaigns.ts'
import { childrensHomes } from './childrens-homes.ts'
import { commentators } from './commentators.ts'
import { committeeWomen } from './committee-women.ts'
import { congressDelegates } from './congress-delegates.ts'
import { coverage } from './coverage.ts'
import { culture } from './culture.ts'
import { documents } from './documents.ts'
import { elections } from './elections.ts'
import { establishment } from './establishment.ts'
import { exchanges } from './exchanges.ts'
import { executiveLecturers } from './executive-lecturers.ts'
import { executiveTies } from './executive-ties.ts'
import { executives } from './executives.ts'
import { familyBases } from './family-bases.ts'
import { familyEducation } from './family-education.ts'
import { familyExperts } from './family-experts.ts'
import { familyHonours } from './family-honours.ts'
import { familyStories } from './family-stories.ts'
import { familyWorks } from './family-works.ts'
import { federationHonours } from './federation-honours.ts'
import { gridWorkers } from './grid-workers.ts'
import { groupLeaders } from './group-leaders.ts'
import { groupMembers } from './group-members.ts'
import { honours } from './honours.ts'
import { instructions } from './instructions.ts'
import { jobFairs } from './job-fairs.ts'
import { lawLectures } from './law-lectures.ts'
import { leadership } from './leadership.ts'
import { lectureGroups } from './lecture-groups.ts'
import { lectures } from './lectures.ts'
import { library } from './library.ts'
import { loveStations } from './love-stations.ts'
import { meetings } from './meetings.ts'
import { microHomes } from './micro-homes.ts'
import { modelHomes } from './model-homes.ts'
import { newFields } from './new-fields.ts'
import { officeStaff } from './office-staff.ts'
import { openingFigures } from './opening-figures.ts'
import { parentSchools } from './parent-schools.ts'
import { policies } from './policies.ts'
import { practicalItems } from './practical-items.ts'
import { practices } from './practices.ts'
import { readingActivities } from './reading-activities.ts'
import { readingBases } from './reading-bases.ts'
import { reformSteps } from './reform-steps.ts'
import { reminders } from './reminders.ts'
import { reportedValues } from './reported-values.ts'
import { requests } from './requests.ts'
import { seedFamilies } from './seed-families.ts'
import { socialOrganisations } from './social-organisations.ts'
import { standings } from './standings.ts'
import { studyReports } from './study-reports.ts'
import { trainings } from './trainings.ts'
import { volunteerTeams } from './volunteer-teams.ts'
import { volunteering } from './volunteering.ts'
import { weddings } from './weddings.ts'
import { womensHomes } from './womens-homes.ts'
import { workingModels } from './working-models.ts'
import { workrooms } from './workrooms.ts'
import { publicityTasks } from './publicity-tasks.ts'

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
  congressDelegates,
  elections,
  reformSteps,
  committeeWomen,
  workrooms,
  gridWorkers,
  executiveLecturers,
  requests,
  newFields,
  socialOrganisations,
  standings,
  groupMembers,
  associations,
  childrensHomes,
  volunteerTeams,
  volunteering,
  exchanges,
  meetings,
  instructions,
  documents,
  policies,
  agreements,
  workingModels,
  studyReports,
  reminders,
  articles,
  coverage,
  library,
  familyWorks,
  accounts,
  commentators,
  familyExperts,
  familyBases,
  parentSchools,
  familyEducation,
  practicalItems,
  campaigns,
  openingFigures,
  reportedValues,
  publicityTasks,
] as readonly Programme[]

export const programmeById: ReadonlyMap<string, Programme> = new Map(
  programmes.map(programme => [programme.id, programme]),
)
