// Written by bin/new-programme --texts.
import accounts from './en/accounts.json' with { type: 'json' }
import agreements from './en/agreements.json' with { type: 'json' }
import articles from './en/articles.json' with { type: 'json' }
import associations from './en/associations.json' with { type: 'json' }
import campaigns from './en/campaigns.json' with { type: 'json' }
import childrensHomes from './en/childrens-homes.json' with { type: 'json' }
import commentators from './en/commentators.json' with { type: 'json' }
import committeeWomen from './en/committee-women.json' with { type: 'json' }
import common from './en/common.json' with { type: 'json' }
import congressDelegates from './en/congress-delegates.json' with { type: 'json' }
import coverage from './en/coverage.json' with { type: 'json' }
import culture from './en/culture.json' with { type: 'json' }
import documents from './en/documents.json' with { type: 'json' }
import elections from './en/elections.json' with { type: 'json' }
import establishment from './en/establishment.json' with { type: 'json' }
import exchanges from './en/exchanges.json' with { type: 'json' }
import executiveLecturers from './en/executive-lecturers.json' with { type: 'json' }
import executiveTies from './en/executive-ties.json' with { type: 'json' }
import executives from './en/executives.json' with { type: 'json' }
import familyBases from './en/family-bases.json' with { type: 'json' }
import familyEducation from './en/family-education.json' with { type: 'json' }
import familyExperts from './en/family-experts.json' with { type: 'json' }
import familyHonours from './en/family-honours.json' with { type: 'json' }
import familyStories from './en/family-stories.json' with { type: 'json' }
import familyWorks from './en/family-works.json' with { type: 'json' }
import federationHonours from './en/federation-honours.json' with { type: 'json' }
import gridWorkers from './en/grid-workers.json' with { type: 'json' }
import groupLeaders from './en/group-leaders.json' with { type: 'json' }
import groupMembers from './en/group-members.json' with { type: 'json' }
import honours from './en/honours.json' with { type: 'json' }
import instructions from './en/instructions.json' with { type: 'json' }
import jobFairs from './en/job-fairs.json' with { type: 'json' }
import lawLectures from './en/law-lectures.json' with { type: 'json' }
import leadership from './en/leadership.json' with { type: 'json' }
import lectureGroups from './en/lecture-groups.json' with { type: 'json' }
import lectures from './en/lectures.json' with { type: 'json' }
import library from './en/library.json' with { type: 'json' }
import loveStations from './en/love-stations.json' with { type: 'json' }
import meetings from './en/meetings.json' with { type: 'json' }
import microHomes from './en/micro-homes.json' with { type: 'json' }
import modelHomes from './en/model-homes.json' with { type: 'json' }
import newFields from './en/new-fields.json' with { type: 'json' }
import officeStaff from './en/office-staff.json' with { type: 'json' }
import openingFigures from './en/opening-figures.json' with { type: 'json' }
import parentSchools from './en/parent-schools.json' with { type: 'json' }
import patternActivity from './en/pattern.activity.json' with { type: 'json' }
import patternDocument from './en/pattern.document.json' with { type: 'json' }
import patternEnrolment from './en/pattern.enrolment.json' with { type: 'json' }
import patternLetter from './en/pattern.letter.json' with { type: 'json' }
import patternMeeting from './en/pattern.meeting.json' with { type: 'json' }
import patternPairing from './en/pattern.pairing.json' with { type: 'json' }
import patternPublication from './en/pattern.publication.json' with { type: 'json' }
import patternRegister from './en/pattern.register.json' with { type: 'json' }
import patternSelection from './en/pattern.selection.json' with { type: 'json' }
import patternStatement from './en/pattern.statement.json' with { type: 'json' }
import patternTask from './en/pattern.task.json' with { type: 'json' }
import patternVenue from './en/pattern.venue.json' with { type: 'json' }
import policies from './en/policies.json' with { type: 'json' }
import practicalItems from './en/practical-items.json' with { type: 'json' }
import practices from './en/practices.json' with { type: 'json' }
import publicityTasks from './en/publicity-tasks.json' with { type: 'json' }
import readingActivities from './en/reading-activities.json' with { type: 'json' }
import readingBases from './en/reading-bases.json' with { type: 'json' }
import reformSteps from './en/reform-steps.json' with { type: 'json' }
import reminders from './en/reminders.json' with { type: 'json' }
import reportedValues from './en/reported-values.json' with { type: 'json' }
import requests from './en/requests.json' with { type: 'json' }
import seedFamilies from './en/seed-families.json' with { type: 'json' }
import socialOrganisations from './en/social-organisations.json' with { type: 'json' }
import standings from './en/standings.json' with { type: 'json' }
import studyReports from './en/study-reports.json' with { type: 'json' }
import trainings from './en/trainings.json' with { type: 'json' }
import volunteerTeams from './en/volunteer-teams.json' with { type: 'json' }
import volunteering from './en/volunteering.json' with { type: 'json' }
import weddings from './en/weddings.json' with { type: 'json' }
import womensHomes from './en/womens-homes.json' with { type: 'json' }
import workingModels from './en/working-models.json' with { type: 'json' }
import workrooms from './en/workrooms.json' with { type: 'json' }

export const en = {
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
