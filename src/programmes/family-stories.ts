// D8 A family tells how it lives its tradition. The story is written down only if the family agreed.
import { count, field, households, later, optional, persons, programme, sum } from '#language'
import { activity } from '#patterns/activity'
import { wrong } from '#patterns/answers'
import { activityAccess } from './usual-access.ts'

export const familyStories = programme({
  id: 'family-stories',
  version: 1,
  systems: ['D8'],
  chapter: 'family',
  pattern: activity(),
  fields: {
    theme: optional(field.choice('filial', 'thrift', 'integrity', 'learning', 'red', 'neighbours', 'other')),
    tellers: later(field.households(50)),
    consent: later(field.yesNo()),
    story: later(field.note()),
  },
  access: activityAccess,
  indicators: {
    sessions: count('held', { unit: '场', system: 'D8', by: 'theme' }),
    attendances: sum('held', 'attended', { unit: '人次', system: 'D8' }),
    onlineViews: sum('held', 'online', { unit: '人次', system: 'D8' }),
    people: persons('held', 'people', { unit: '人', system: 'D8' }),
    tellers: households('held', 'tellers', { unit: '户', system: 'D8' }),
  },
  guard({ fields }, _command, input) {
    const { story, consent } = { ...fields, ...input }
    return story && consent !== true ? wrong('consent', 'needed-for-story') : undefined
  },
})
