// Written by bin/new-programme --texts.
import accounts from './zh/accounts.json' with { type: 'json' }
import agreements from './zh/agreements.json' with { type: 'json' }
import articles from './zh/articles.json' with { type: 'json' }
import associations from './zh/associations.json' with { type: 'json' }
import campaigns from './zh/campaigns.json' with { type: 'json' }
import childrensHomes from './zh/childrens-homes.json' with { type: 'json' }
import commentators from './zh/commentators.json' with { type: 'json' }
import committeeWomen from './zh/committee-women.json' with { type: 'json' }
import common from './zh/common.json' with { type: 'json' }
import congressDelegates from './zh/congress-delegates.json' with { type: 'json' }
import coverage from './zh/coverage.json' with { type: 'json' }
import culture from './zh/culture.json' with { type: 'json' }
import documents from './zh/documents.json' with { type: 'json' }
import elections from './zh/elections.json' with { type: 'json' }
import establishment from './zh/establishment.json' with { type: 'json' }
import exchanges from './zh/exchanges.json' with { type: 'json' }
import executiveLecturers from './zh/executive-lecturers.json' with { type: 'json' }
import executiveTies from './zh/executive-ties.json' with { type: 'json' }
import executives from './zh/executives.json' with { type: 'json' }
import familyBases from './zh/family-bases.json' with { type: 'json' }
import familyEducation from './zh/family-education.json' with { type: 'json' }
import familyExperts from './zh/family-experts.json' with { type: 'json' }
import familyHonours from './zh/family-honours.json' with { type: 'json' }
import familyStories from './zh/family-stories.json' with { type: 'json' }
import familyWorks from './zh/family-works.json' with { type: 'json' }
import federationHonours from './zh/federation-honours.json' with { type: 'json' }
import gridWorkers from './zh/grid-workers.json' with { type: 'json' }
import groupLeaders from './zh/group-leaders.json' with { type: 'json' }
import groupMembers from './zh/group-members.json' with { type: 'json' }
import honours from './zh/honours.json' with { type: 'json' }
import instructions from './zh/instructions.json' with { type: 'json' }
import jobFairs from './zh/job-fairs.json' with { type: 'json' }
import lawLectures from './zh/law-lectures.json' with { type: 'json' }
import leadership from './zh/leadership.json' with { type: 'json' }
import lectureGroups from './zh/lecture-groups.json' with { type: 'json' }
import lectures from './zh/lectures.json' with { type: 'json' }
import library from './zh/library.json' with { type: 'json' }
import loveStations from './zh/love-stations.json' with { type: 'json' }
import meetings from './zh/meetings.json' with { type: 'json' }
import microHomes from './zh/micro-homes.json' with { type: 'json' }
import modelHomes from './zh/model-homes.json' with { type: 'json' }
import newFields from './zh/new-fields.json' with { type: 'json' }
import officeStaff from './zh/office-staff.json' with { type: 'json' }
import openingFigures from './zh/opening-figures.json' with { type: 'json' }
import parentSchools from './zh/parent-schools.json' with { type: 'json' }
import patternActivity from './zh/pattern.activity.json' with { type: 'json' }
import patternDocument from './zh/pattern.document.json' with { type: 'json' }
import patternEnrolment from './zh/pattern.enrolment.json' with { type: 'json' }
import patternLetter from './zh/pattern.letter.json' with { type: 'json' }
import patternMeeting from './zh/pattern.meeting.json' with { type: 'json' }
import patternPairing from './zh/pattern.pairing.json' with { type: 'json' }
import patternPublication from './zh/pattern.publication.json' with { type: 'json' }
import patternRegister from './zh/pattern.register.json' with { type: 'json' }
import patternSelection from './zh/pattern.selection.json' with { type: 'json' }
import patternStatement from './zh/pattern.statement.json' with { type: 'json' }
import patternTask from './zh/pattern.task.json' with { type: 'json' }
import patternVenue from './zh/pattern.venue.json' with { type: 'json' }
import policies from './zh/policies.json' with { type: 'json' }
import practicalItems from './zh/practical-items.json' with { type: 'json' }
import practices from './zh/practices.json' with { type: 'json' }
import publicityTasks from './zh/publicity-tasks.json' with { type: 'json' }
import readingActivities from './zh/reading-activities.json' with { type: 'json' }
import readingBases from './zh/reading-bases.json' with { type: 'json' }
import reformSteps from './zh/reform-steps.json' with { type: 'json' }
import reminders from './zh/reminders.json' with { type: 'json' }
import reportedValues from './zh/reported-values.json' with { type: 'json' }
import requests from './zh/requests.json' with { type: 'json' }
import seedFamilies from './zh/seed-families.json' with { type: 'json' }
import socialOrganisations from './zh/social-organisations.json' with { type: 'json' }
import standings from './zh/standings.json' with { type: 'json' }
import studyReports from './zh/study-reports.json' with { type: 'json' }
import trainings from './zh/trainings.json' with { type: 'json' }
import volunteerTeams from './zh/volunteer-teams.json' with { type: 'json' }
import volunteering from './zh/volunteering.json' with { type: 'json' }
import weddings from './zh/weddings.json' with { type: 'json' }
import womensHomes from './zh/womens-homes.json' with { type: 'json' }
import workingModels from './zh/working-models.json' with { type: 'json' }
import workrooms from './zh/workrooms.json' with { type: 'json' }

export const zh = {
  accounts,
  agreements,
  articles,
  associations,
  campaigns,
  'childrens-homes': childrensHomes,
  commentators,
  'committee-women': committeeWomen,
  common,
  'congress-delegates': congressDelegates,
  coverage,
  culture,
  documents,
  elections,
  establishment,
  exchanges,
  'executive-lecturers': executiveLecturers,
  'executive-ties': executiveTies,
  executives,
  'family-bases': familyBases,
  'family-education': familyEducation,
  'family-experts': familyExperts,
  'family-honours': familyHonours,
  'family-stories': familyStories,
  'family-works': familyWorks,
  'federation-honours': federationHonours,
  'grid-workers': gridWorkers,
  'group-leaders': groupLeaders,
  'group-members': groupMembers,
  honours,
  instructions,
  'job-fairs': jobFairs,
  'law-lectures': lawLectures,
  leadership,
  'lecture-groups': lectureGroups,
  lectures,
  library,
  'love-stations': loveStations,
  meetings,
  'micro-homes': microHomes,
  'model-homes': modelHomes,
  'new-fields': newFields,
  'office-staff': officeStaff,
  'opening-figures': openingFigures,
  'parent-schools': parentSchools,
  'pattern.activity': patternActivity,
  'pattern.document': patternDocument,
  'pattern.enrolment': patternEnrolment,
  'pattern.letter': patternLetter,
  'pattern.meeting': patternMeeting,
  'pattern.pairing': patternPairing,
  'pattern.publication': patternPublication,
  'pattern.register': patternRegister,
  'pattern.selection': patternSelection,
  'pattern.statement': patternStatement,
  'pattern.task': patternTask,
  'pattern.venue': patternVenue,
  policies,
  'practical-items': practicalItems,
  practices,
  'publicity-tasks': publicityTasks,
  'reading-activities': readingActivities,
  'reading-bases': readingBases,
  'reform-steps': reformSteps,
  reminders,
  'reported-values': reportedValues,
  requests,
  'seed-families': seedFamilies,
  'social-organisations': socialOrganisations,
  standings,
  'study-reports': studyReports,
  trainings,
  'volunteer-teams': volunteerTeams,
  volunteering,
  weddings,
  'womens-homes': womensHomes,
  'working-models': workingModels,
  workrooms,
}
