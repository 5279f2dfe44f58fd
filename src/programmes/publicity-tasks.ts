// B18 Publicity tasks for the roster of publicists, each under the full name of an official account; seen by those who lead publicity only.
import { count, field, officeBelow, programme } from '#language'
import { task } from '#patterns/task'
import { taskAccess } from './usual-access.ts'

export const publicityTasks = programme({
  id: 'publicity-tasks',
  version: 1,
  systems: ['B18'],
  chapter: 'lead',
  runsAt: ['province', 'prefecture', 'county'],
  pattern: task(),
  fields: { account: field.text(60) },
  // nobody in her own name, and nobody who does not lead publicity: members neither see nor answer one
  access: {
    ...taskAccess,
    see: officeBelow,
    receive: taskAccess.draft,
    report: taskAccess.draft,
    answer: taskAccess.draft,
  },
  indicators: {
    given: count('given', { unit: '项', system: 'B18', by: 'level' }),
    done: count('done', { unit: '项', system: 'B18', by: 'level' }),
  },
})
