// A5, A10: what is asked of them; A1, A6, D28, E19, H3: over how many levels; D20, H8, H13: how long without a break; A6, A22, H13, H15: which place.
import { field, later, programme, reported } from '#language'
import { statement } from '#patterns/statement'
import { statementAccess } from './usual-access.ts'

export const standings = programme({
  id: 'standings',
  version: 1,
  systems: ['A1', 'A5', 'A6', 'A10', 'A22', 'A29', 'D10', 'D20', 'D28', 'E19', 'H3', 'H8', 'H13', 'H15'],
  chapter: 'reform',
  pattern: statement(),
  fields: { department: field.text(60), document: later(field.text(120)) },
  access: statementAccess,
  indicators: {
    levels: reported({ unit: '级', system: 'A1' }),
    federations: reported({ unit: '个', system: 'A1' }),
    termLimit: reported({ unit: '届', system: 'A5' }),
    leaderLevels: reported({ unit: '级', system: 'A6' }),
    leadersPlace: reported({ unit: '位次', system: 'A6' }),
    dutyTrainings: reported({ unit: '次', system: 'A10' }),
    dutyStudies: reported({ unit: '次', system: 'A10' }),
    dutyReports: reported({ unit: '份', system: 'A10' }),
    dutyTies: reported({ unit: '个', system: 'A10' }),
    dutyLectures: reported({ unit: '次', system: 'A10' }),
    socialPlace: reported({ unit: '位次', system: 'A22' }),
    microHomeLevels: reported({ unit: '级', system: 'A29' }),
    microHomeContacts: reported({ unit: '人', system: 'A29' }),
    exhibitionForms: reported({ unit: '种', system: 'D10' }),
    topicYears: reported({ unit: '年', system: 'D20' }),
    guidanceLevels: reported({ unit: '级', system: 'D28' }),
    lawLevels: reported({ unit: '级', system: 'E19' }),
    reformLevels: reported({ unit: '级', system: 'H3' }),
    itemYears: reported({ unit: '年', system: 'H8' }),
    assessmentYears: reported({ unit: '年', system: 'H13' }),
    assessmentGrade: reported({ unit: '等次', system: 'H13' }),
    practicePlace: reported({ unit: '位次', system: 'H15' }),
    topCases: reported({ unit: '个', system: 'H15' }),
  },
})
