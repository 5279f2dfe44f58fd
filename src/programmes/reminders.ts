// A4 The reminder letter of a federation to one below it: a re-election due, a duty not done, a quota behind.
import { count, field, programme, rate, stock } from '#language'
import { letter } from '#patterns/letter'
import { letterAccess } from './usual-access.ts'

export const reminders = programme({
  id: 'reminders',
  version: 1,
  systems: ['A4'],
  chapter: 'reform',
  pattern: letter(),
  // biome-ignore format: one line each
  fields: {
    about: field.choice('election', 'posts', 'duty', 'task', 'venue', 'other'),
  },
  access: letterAccess,
  // biome-ignore format: one line each
  indicators: {
    sent: count('sent', { unit: '件', system: 'A4', by: 'about' }),
    answered: count('answered', { unit: '件', system: 'A4' }),
    open: stock('sent', 'closed', { unit: '件', system: 'A4' }),
    escalated: count('escalated', { unit: '件', system: 'A4' }),
    answeredShare: rate('answered', 'sent', { system: 'A4' }),
  },
})
