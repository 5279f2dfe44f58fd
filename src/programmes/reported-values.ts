// G2 The yearly values departments supply for the two development plans (G4–G7). They hold for one unit and are never added up.
import { field, later, programme, reported } from '#language'
import { statement } from '#patterns/statement'
import { statementAccess } from './usual-access.ts'

export const reportedValues = programme({
  id: 'reported-values',
  version: 1,
  systems: ['G2', 'G4', 'G5', 'G6', 'G7'],
  chapter: 'plan',
  pattern: statement(),
  fields: { department: field.text(60), document: later(field.text(120)) },
  access: statementAccess,
  indicators: {
    womensLifeExpectancy: reported({ unit: '岁', system: 'G4' }),
    maternalMortality: reported({ unit: '1/10万', system: 'G4' }),
    womenInHigherEducation: reported({ unit: '%', system: 'G5' }),
    womenAmongWorkers: reported({ unit: '%', system: 'G6' }),
    womenAmongUrbanWorkers: reported({ unit: '%', system: 'G6' }),
    womenInScience: reported({ unit: '%', system: 'G6' }),
    womenDeputies: reported({ unit: '%', system: 'G7' }),
    womenCppccMembers: reported({ unit: '%', system: 'G7' }),
    villagesWithWomenOnCommittees: reported({ unit: '%', system: 'G7' }),
  },
})
