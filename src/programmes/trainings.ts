// A33 training of federation cadres and executives, D12 classes for clean families, D29 mothers' and fathers' schools: classes with a roster.
import { count, field, later, persons, programme, sum } from '#language'
import { enrolment } from '#patterns/enrolment'
import { enrolmentAccess } from './usual-access.ts'

export const trainings = programme({
  id: 'trainings',
  version: 1,
  systems: ['A33', 'D12', 'D29'],
  chapter: 'reform',
  pattern: enrolment({ leads: ['in-post', 'promoted', 'lecturer', 'none'] }),
  fields: {
    kind: field.choice(
      'lead-goose',
      'cadres',
      'executives',
      'three-new',
      'clean-family',
      'mothers-school',
      'fathers-school',
      'other',
    ),
    hours: later(field.count(2000)),
    organiser: later(field.text(60)),
  },
  access: enrolmentAccess,
  indicators: {
    classes: count('held', { unit: '期', system: 'A33', by: 'kind' }),
    trained: sum('held', 'attended', { unit: '人', system: 'A33', by: 'kind' }),
    people: persons('held', 'people', { unit: '人', system: 'A33' }),
    passed: sum('passed', 'passed', { unit: '人', system: 'A33' }),
    attendances: sum('held', 'attendances', { unit: '人次', system: 'A33' }),
    cleanFamilyClasses: count('held', { unit: '期', system: 'D12', where: { kind: 'clean-family' } }),
    parentClasses: count('held', { unit: '期', system: 'D29', where: { kind: ['mothers-school', 'fathers-school'] } }),
  },
})
