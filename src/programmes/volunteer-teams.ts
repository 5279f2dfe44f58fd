// A32 Volunteer teams: registered, led, how many volunteers.
import { count, field, optional, programme, stock } from '#language'
import { register } from '#patterns/register'
import { registerAccess } from './usual-access.ts'

export const volunteerTeams = programme({
  id: 'volunteer-teams',
  version: 1,
  systems: ['A32'],
  chapter: 'care',
  pattern: register({ of: 'thing', endings: ['merged', 'dissolved', 'other'] }),
  // biome-ignore format: one line each
  fields: {
    domain: field.choice('law', 'family', 'care', 'health', 'environment', 'general'),
    volunteers: field.count(1_000_000),
    leader: optional(field.person()),
  },
  access: registerAccess,
  // biome-ignore format: one line each
  indicators: {
    teams: stock('entered', 'ended', { unit: '个', system: 'A32', by: 'domain' }),
    newTeams: count('entered', { unit: '个', system: 'A32' }),
    volunteers: stock('entered', 'ended', { unit: '人', system: 'A32', sum: 'volunteers' }),
  },
})
